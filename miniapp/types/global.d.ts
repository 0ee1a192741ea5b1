/// <reference types="@tarojs/taro" />
declare module '*.scss';
declare module '*.png';

/** The address of the API, put in by the build; see config/index.ts. */
declare const API_BASE: string;
/** 微信云托管: its environment and the service in it; '' for plain requests to API_BASE. */
declare const CLOUD_ENV: string;
declare const CLOUD_SERVICE: string;

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5';
  }
}
