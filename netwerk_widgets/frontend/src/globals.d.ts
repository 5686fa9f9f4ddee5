declare module "*.css" {
  const text: string;
  export default text;
}
declare module "words:all" {
  const words: Record<import("./contract").Language, Record<string, string>>;
  export default words;
}
declare const __SHARED__: string[];
declare const __VIEWS__: string;
