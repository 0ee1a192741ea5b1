// Loaded before the server: should the launcher be killed outright, the server ends in order instead of
// living on with its port taken. The channel itself must not keep a finished process alive.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
