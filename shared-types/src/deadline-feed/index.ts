export * from './deadline-feed.endpoints';
