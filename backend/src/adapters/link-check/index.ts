import { Injectable } from '@nestjs/common';
import { checkLink, type LinkResult } from './check-link';

export type { LinkResult, LinkState } from './check-link';

/** Opens links of the outside world; tests put a stand-in on `check`. */
@Injectable()
export class LinkChecker {
  check(url: string): Promise<LinkResult> {
    return checkLink(url);
  }
}
