/** The package ships no types; its index would run the whole browser bundle. */
declare module 'swagger-ui-dist/absolute-path.js' {
  /** The folder of the package's built files. */
  export default function getAbsoluteFSPath(): string;
}
