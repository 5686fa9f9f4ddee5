/** Asks the kernel to make a case, and keeps what came of it: a fault, or a code to write down. */
import { useState } from "preact/hooks";
import type { RecoveryProps } from "./recovery";
import { faultOf, type ShelfModel } from "./shelf";

export interface Making {
  fault: string;
  busy: boolean;
  made: Pick<RecoveryProps, "code" | "recovery"> | null;
  /** Gives the code of a case that was made without a recovery code, else "". */
  make: (what: string, content: Record<string, unknown>) => Promise<string>;
}

export function useMaking(shelf: ShelfModel): Making {
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Making["made"]>(null);
  const make = async (what: string, content: Record<string, unknown>) => {
    setBusy(true);
    const answer = await shelf.act(what, content);
    setBusy(false);
    setFault(faultOf(answer));
    const { code = "", recovery } = answer;
    if (!recovery) return code;
    setMade({ code, recovery });
    return "";
  };
  return { fault, busy, made, make };
}
