import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { AttachFileService } from '../../features/progress/attach-file.service';

/** A notice board with sheets of paper on it, in one of a few colours: the demo's photographs are drawn. */
function noticeBoard(nth: number): string {
  const wall = ['#c9d6df', '#d8cfc0', '#cddccb'][nth % 3];
  const sheets = Array.from({ length: 6 }, (_, i) => {
    const [x, y] = [190 + (i % 3) * 290, 190 + Math.floor(i / 3) * 270];
    const lines = Array.from(
      { length: 6 },
      (_, line) =>
        `<rect x="${x + 24}" y="${y + 52 + line * 24}" width="${170 - ((i + line) % 3) * 30}" height="8" fill="#9aa3ad"/>`,
    ).join('');
    return `<rect x="${x}" y="${y}" width="230" height="220" fill="#fdfdfb"/><rect x="${x + 24}" y="${y + 22}" width="120" height="14" fill="#b3402f"/>${lines}`;
  }).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="${wall}"/>` +
    '<rect y="760" width="1200" height="140" fill="#8f8a82"/><rect x="130" y="110" width="940" height="640" fill="#7a5a3c"/>' +
    `<rect x="150" y="130" width="900" height="600" fill="#eadfc8"/>${sheets}</svg>`
  );
}

/** Sends a photograph for a task in the name of the actor; gives its id. */
export async function sendDemoPhoto(
  app: INestApplicationContext,
  ctx: Ctx,
  taskId: number,
  nth: number,
): Promise<number> {
  const { default: sharp } = await import('sharp');
  const folder = await mkdtemp(join(tmpdir(), 'sunledger-demo-'));
  try {
    const path = join(folder, 'photo');
    await writeFile(
      path,
      await sharp(Buffer.from(noticeBoard(nth)))
        .jpeg()
        .toBuffer(),
    );
    const file = { fileName: `公示栏${nth + 1}.jpg`, path };
    return (await app.get(AttachFileService, { strict: false }).run(ctx, taskId, file)).id;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
