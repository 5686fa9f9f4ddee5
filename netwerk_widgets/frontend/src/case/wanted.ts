/**
 * The family of question cards that somebody asked for elsewhere on this page (the guide of a meeting), until the whole
 * deck of the case takes it up; "" where nobody did.
 */
import { createStore, type Store } from "../shared/store";

export const wanted: Store<string> = createStore("");
