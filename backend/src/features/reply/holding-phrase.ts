import { holdingPhraseIn } from '@sunledger/shared-types';
import { AppError } from '../../core/errors/app-error';

/** “已收到、正在办理” answer nothing (reply-rule, Which clock): stopped until a reason is written down. */
export function refuseHoldingPhrase(text: string, reason: string | undefined): void {
  const phrase = holdingPhraseIn(text);
  if (phrase !== null && reason === undefined) throw new AppError('REPLY_HOLDING_PHRASE', { phrase });
}
