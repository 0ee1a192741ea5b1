/** An error whose message is all the person needs: printed as it is, without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message what went wrong and what to do
   * @param {1 | 2} [status] 1 failed, 2 unusable input
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}
