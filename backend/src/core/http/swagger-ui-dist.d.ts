/** The package ships no types. */
declare module 'swagger-ui-dist' {
  /** The folder of its built files. */
  export function absolutePath(): string;
}
