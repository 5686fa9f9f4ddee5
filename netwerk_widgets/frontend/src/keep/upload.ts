/** Sends a file to the kernel in parts, so that no message is large. */

import { LARGEST_FILE } from "../contract";
import { newId } from "../kernel/wire";
import type { Answer, ShelfModel } from "./shelf";

/** Bytes in a part. */
const PART = 256 * 1024;

/** The upload's id, or the error that ended it. */
export async function send(shelf: ShelfModel, file: File): Promise<{ upload: string } | Answer> {
  const upload = newId("f");
  const bytes = new Uint8Array(await file.slice(0, LARGEST_FILE + 1).arrayBuffer());
  for (let part = 0; part === 0 || part * PART < bytes.length; part += 1) {
    const data = base64(bytes.subarray(part * PART, (part + 1) * PART));
    const answer = await shelf.ask("upload", { upload, part, data });
    if (answer.error) return answer;
  }
  return { upload };
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
