export * from './invitation.endpoints';
