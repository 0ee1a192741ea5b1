/// <reference types="@tarojs/taro" />
declare module '*.scss';
declare module '*.png';

/** The address of the API, put in by the build; see config/index.ts. */
declare const API_BASE: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5';
  }
}
