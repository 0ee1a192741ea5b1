/** How papers call the projects for people's daily life that a government promises each year. */
const words = /民生实事|为民(?:办)?实事/;

/**
 * Whether a task is one of the 民生实事, by its own words: the papers name them in the row, in its group or
 * in its section. The office may set or take the mark where the words mislead.
 */
export function namesLivelihood(task: {
  readonly text: string;
  readonly section: string | null;
  readonly groupName: string | null;
}): boolean {
  return [task.text, task.groupName, task.section].some((each) => each !== null && words.test(each));
}
