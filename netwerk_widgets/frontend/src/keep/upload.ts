/** Sends a file to the kernel in parts, so that no message is large. */

import { LARGEST_FILE } from "../contract";
import { newId } from "../kernel/wire";
import type { Answer, ShelfModel } from "./shelf";

/** Bytes in a part. */
const PART = 256 * 1024;

/** The upload's id, or the error that ended it. */
export async function send(shelf: ShelfModel, file: File): Promise<{ upload: string } | Answer> {
  const upload = newId("f");
  const most = file.slice(0, LARGEST_FILE + 1);
  for (let part = 0; part === 0 || part * PART < most.size; part += 1) {
    const bytes = most.slice(part * PART, (part + 1) * PART).arrayBuffer();
    // What cannot be read (a folder that was dropped) goes without bytes: the kernel then says so.
    const brought = await bytes.then(
      (one) => [one],
      () => [],
    );
    const answer = await shelf.ask("upload", { upload, part }, brought);
    if (answer.error) return answer;
  }
  return { upload };
}
