import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../core/ctx';
import { BaseRepository } from '../../core/db/base.repository';
import type { Row } from '../../core/db/database';
import { numberOf, textOfRow, textOrNull } from '../../core/db/row';

/** Notes that the author wrote; all others are words of staff. */
const WORDS_OF_AUTHOR = ['supplemented', 'objected'];

/**
 * Takes the words of a person, and what staff wrote about the person, out of a message. The texts beside the
 * chain lie with reply and rating too, so they are emptied here together.
 */
@Injectable()
export class EraseTextsRepository extends BaseRepository {
  /** The next messages of an author after an id. */
  async ofAuthor(ctx: Ctx, authorId: number, afterId: number, limit: number): Promise<number[]> {
    const rows = await this.rows(
      ctx,
      `SELECT m.id FROM message m WHERE m.author_id = ? AND m.id > ? ORDER BY m.id LIMIT ${Math.trunc(limit)}`,
      [authorId, afterId],
    );
    return rows.map((row) => numberOf(row.id));
  }

  async counts(
    ctx: Ctx,
    authorId: number,
  ): Promise<{ messages: number; open: number; shown: number; ratings: number }> {
    const row = await this.row(
      ctx,
      `SELECT COUNT(*) AS messages, SUM(CASE WHEN m.status IN ('open', 'asked', 'inReview') THEN 1 ELSE 0 END) AS open_ones,
        SUM(CASE WHEN m.public_shown = 1 THEN 1 ELSE 0 END) AS shown, COUNT(r.id) AS ratings
      FROM message m LEFT JOIN rating r ON r.message_id = m.id WHERE m.author_id = ?`,
      [authorId],
    );
    return {
      messages: numberOf(row?.messages),
      open: numberOf(row?.open_ones),
      shown: numberOf(row?.shown),
      ratings: numberOf(row?.ratings),
    };
  }

  /** @param masked gives a text of staff without the person in it */
  async erase(ctx: Ctx, id: number, masked: (text: string) => string): Promise<void> {
    await this.execute(
      ctx,
      `UPDATE message SET text = NULL, text_salt = NULL, contact_name = NULL, contact_phone = NULL, query_nonce = NULL,
        query_hash = NULL, public_text = CASE WHEN public_shown = 1 OR hidden IS NOT NULL THEN public_text ELSE NULL END
      WHERE id = ?`,
      [id],
    );
    await this.execute(ctx, 'UPDATE rating SET text = NULL, text_salt = NULL WHERE message_id = ?', [id]);
    await this.notes(ctx, id, masked);
    await this.replies(ctx, id, masked);
  }

  private async notes(ctx: Ctx, id: number, masked: (text: string) => string): Promise<void> {
    const rows = await this.rows(
      ctx,
      `SELECT n.id, n.text, e.code FROM message_note n
      JOIN message_event e ON e.message_id = n.message_id AND e.seq = n.seq WHERE n.message_id = ?`,
      [id],
    );
    for (const row of rows) {
      const text = textOrNull(row.text);
      if (text === null) continue;
      const left = WORDS_OF_AUTHOR.includes(textOfRow(row.code)) ? null : masked(text);
      if (left === text) continue;
      await this.execute(ctx, 'UPDATE message_note SET text = ?, salt = NULL WHERE id = ?', [left, row.id]);
    }
  }

  /** An answer is a document of the office and stays, without the person in it. */
  private async replies(ctx: Ctx, id: number, masked: (text: string) => string): Promise<void> {
    const rows = await this.rows(ctx, 'SELECT r.id, r.text, r.note FROM reply r WHERE r.message_id = ?', [
      id,
    ]);
    for (const row of rows) await this.reply(ctx, row, masked);
  }

  private async reply(ctx: Ctx, row: Row, masked: (text: string) => string): Promise<void> {
    const [text, note] = [textOfRow(row.text), textOrNull(row.note)];
    const left = masked(text);
    if (left !== text)
      await this.execute(ctx, "UPDATE reply SET text = ?, text_salt = '' WHERE id = ?", [left, row.id]);
    if (note !== null)
      await this.execute(ctx, 'UPDATE reply SET note = ? WHERE id = ?', [masked(note), row.id]);
  }
}
