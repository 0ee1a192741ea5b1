/** The stand-in for @tarojs/taro in unit specs; see tests/support/taro-stubs/taro.ts. */
interface TaroStubRequest {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
}
interface TaroStubAnswer {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}
declare const taroStub: {
  visited: { how: string; url: string }[];
  requests: TaroStubRequest[];
  /** What useRouter() gives. */
  params: Record<string, string>;
  stackDepth: number;
  answer: (request: TaroStubRequest) => TaroStubAnswer | Promise<TaroStubAnswer>;
  reset(): void;
};

declare module 'react-dom/client' {
  export function createRoot(element: Element): {
    render(node: import('react').ReactNode): void;
    unmount(): void;
  };
}
