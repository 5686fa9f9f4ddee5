/** From one step of the workbook to the next one that a meeting asks for. */
import { page } from "../shared/page";

/** Goes to this step once what was asked is done; where it could not be done, or no step is named, one stays. */
export async function thenGo(asked: Promise<boolean>, step: string | undefined): Promise<void> {
  if ((await asked) && step) page.goTo.get()?.(step);
}
