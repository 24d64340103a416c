// Files that the rule in wrangler.jsonc makes text.
declare module '*.js' {
  const text: string;
  export default text;
}

declare module '*.txt' {
  const text: string;
  export default text;
}
