// Progress for people: one short line per piece of work. Goes to standard error, so that standard
// output holds only the answer of a command; `npm test` turns it to standard output, where its report is.

let stream = process.stderr;

/** @param {NodeJS.WriteStream} to */
export function sayTo(to) {
  stream = to;
}

/** @param {string} text */
export function say(text) {
  stream.write(text + '\n');
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  const s = milliseconds / 1000;
  if (s < 60) return `${s.toFixed(1)} s`;
  return `${Math.floor(s / 60)} min ${String(Math.round(s % 60)).padStart(2, '0')} s`;
}

/**
 * Shows that `label` is under way, with the time that passes, until the work settles.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(label, work) {
  const from = Date.now();
  const live = Boolean(stream.isTTY);
  const line = () => `· ${label} … ${seconds(Date.now() - from)}`;
  stream.write(live ? line() : `· ${label} …\n`);
  // A terminal counts the seconds; a log gets a sign of life now and then.
  const timer = setInterval(() => stream.write(live ? `\r${line()}` : `${line()}\n`), live ? 1000 : 30_000);
  const end = (mark) =>
    stream.write(`${live ? '\r' : ''}${mark} ${label}  ${seconds(Date.now() - from)}   \n`);
  try {
    const answer = await work();
    clearInterval(timer);
    end('✓');
    return answer;
  } catch (error) {
    clearInterval(timer);
    end('✗');
    throw error;
  }
}
