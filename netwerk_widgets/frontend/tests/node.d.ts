/** As much of Node as the tests of laws use; all of its types would enter the page's code too. */
declare module "node:test" {
  interface Timers {
    enable(what: { apis: ("setTimeout" | "setInterval" | "Date")[]; now?: number }): void;
    tick(milliseconds: number): void;
    reset(): void;
  }
  export const mock: { timers: Timers };
  export function test(name: string, law: () => void | Promise<void>): void;
  export function beforeEach(first: () => void): void;
  export function afterEach(last: () => void): void;
}
declare module "node:assert/strict" {
  export function equal(found: unknown, expected: unknown, message?: string): void;
  export function deepEqual(found: unknown, expected: unknown, message?: string): void;
  export function ok(found: unknown, message?: string): void;
}
