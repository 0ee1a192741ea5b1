/** Counts the work of a parse, so that a test can show that it grows linearly with the text. No clock involved. */
export interface StepCounter {
  add(steps: number): void;
}

export const noSteps: StepCounter = { add: () => undefined };

export class CountedSteps implements StepCounter {
  total = 0;

  add(steps: number): void {
    this.total += steps;
  }
}
