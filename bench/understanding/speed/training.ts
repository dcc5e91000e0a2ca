import { loadavg } from 'node:os';
import { loadRuntime } from '../../../src/language/network/runtime.ts';
import { describeMachine, printTable } from '../../support.ts';
import { findPyTorch, type Python } from './python.ts';
import { pytorchSteps } from './pytorch.ts';
import { ownSteps, type Steps } from './steps.ts';
import { createTask, MESSAGES, type Task, TOKENS } from './task.ts';

const SIZES = [128, 192].flatMap((width) => [2, 4].map((layers) => ({ width, layers })));
const THREADS = [1, 2];
/** Loss on equal weights may differ so much, in share: sums in another order. */
const EQUAL = 1e-3;
/** Load above which others were at work; the parts of this bench that ran before leave some. */
const QUIET = 1.5;

/** One step of training, here and in every PyTorch that is found, on one and on two threads. */
export async function benchTraining(): Promise<void> {
  const [busy = 0] = loadavg();
  const runtime = await loadRuntime();
  const pythons = await findPyTorch();
  const rows: string[][] = [];
  for (const size of SIZES)
    for (const threads of THREADS) {
      const task = createTask(size, threads);
      const own = await ownSteps(runtime, task);
      rows.push([...headOf(task), 'Xiaoer on onnxruntime', ...columnsOf(own, own)]);
      for (const python of pythons) {
        const other = await pytorchSteps(runtime, python.command, task);
        const columns = 'failure' in other ? [`not run: ${other.failure}`] : columnsOf(other, own);
        rows.push([...headOf(task), nameOf(python), ...columns]);
      }
    }
  const about = [describeMachine(), ...pythons.map(nameOf)].join('; ');
  printTable(`Training, ${MESSAGES} messages of ${TOKENS} tokens a step (${about})`, HEADER, rows);
  console.log(`\n${NOTE}`);
  if (busy > QUIET)
    console.log(`The machine was busy before (load ${busy.toFixed(1)}): two threads suffer most from that.`);
}

const nameOf = ({ version, blas }: Python): string => `PyTorch ${version} (${blas})`;

const NOTE =
  'The same network, batch, weights, losses, clipping and AdamW, the tables by their read rows alone; dropout while timed, none while compared. PyTorch runs eagerly. Debian builds it against a generic BLAS: which library it really loads stands beside its version.';

const HEADER = [
  'model',
  'parameters',
  'threads',
  'engine',
  'tokens/s',
  'a step',
  'against ours',
  'loss, 5 steps on equal weights',
];

function headOf({ shape: { width, layers }, start, options }: Task): string[] {
  // The table of n-grams is left out: a step reads few of its rows.
  const parameters = [...start].reduce((sum, [name, { length }]) => sum + (name === 'wording.table' ? 0 : length), 0);
  return [`d=${width}, ${layers} layers`, `${(parameters / 1e6).toFixed(1)} M`, String(options.threads)];
}

function columnsOf(steps: Steps, own: Steps): string[] {
  return [
    Math.round((MESSAGES * TOKENS * 1_000) / steps.milliseconds).toLocaleString('en'),
    `${steps.milliseconds.toFixed(0)} ms`,
    steps === own ? '1' : `${(own.milliseconds / steps.milliseconds).toFixed(2)}`,
    steps === own ? `${own.losses.map((loss) => loss.toFixed(3)).join(', ')}` : agreementOf(steps.losses, own.losses),
  ];
}

/** How far two lists of losses are apart at most, in share, and whether that is one model. */
export function agreementOf(losses: readonly number[], expected: readonly number[]): string {
  if (losses.length !== expected.length) return 'NOT the same model: another number of steps';
  const apart = Math.max(...expected.map((loss, at) => Math.abs((losses[at] ?? Number.NaN) - loss) / Math.abs(loss)));
  return apart <= EQUAL ? `same to ${apart.toExponential(0)}` : `NOT the same model: ${apart.toExponential(0)} apart`;
}
