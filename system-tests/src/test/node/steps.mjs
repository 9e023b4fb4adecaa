// What a client program says and hears: a line of JSON for each step, a line to go on.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

export function say(step, what) {
    process.stdout.write(JSON.stringify({ step, ...what }) + '\n');
}

export async function hear() {
    return (await lines.next()).value;
}

/** Make a call that must fail, and return why it did. */
export async function failure(call) {
    try {
        await call();
    } catch (e) {
        return e;
    }
    throw new Error('It did not fail');
}
