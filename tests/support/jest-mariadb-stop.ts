import './jest-mariadb-start';

export default async function stop(): Promise<void> {
  await globalThis.sunledgerMariaDb?.stop();
}
