import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { AppError } from '../../core/errors.ts';

export type Feeds = Record<string, Tensor>;
export type Outputs = Record<string, Tensor>;

/** What runs a graph: the native engine, or WebAssembly where no native build loads. */
export interface Runtime {
  readonly name: 'native' | 'wasm';
  readonly Tensor: typeof Tensor;
  open(model: Uint8Array, threads: number): Promise<Session>;
}

export interface Session {
  run(feeds: Feeds): Promise<Outputs>;
  close(): Promise<void>;
}

type Engine = { InferenceSession: typeof InferenceSession; Tensor: typeof Tensor };

let loading: Promise<Runtime> | undefined;

/** The engine of this process, loaded once. */
export function loadRuntime(): Promise<Runtime> {
  loading ??= loadNative().catch(loadWasm);
  return loading;
}

async function loadNative(): Promise<Runtime> {
  return runtimeOf('native', await import('onnxruntime-node'));
}

/** Slower, and everywhere. */
export async function loadWasm(): Promise<Runtime> {
  const engine = await import('onnxruntime-web/wasm');
  engine.env.wasm.numThreads = 1;
  return runtimeOf('wasm', engine);
}

function runtimeOf(name: Runtime['name'], engine: Engine): Runtime {
  return {
    name,
    Tensor: engine.Tensor,
    async open(model, threads) {
      const session = await engine.InferenceSession.create(model, {
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        graphOptimizationLevel: 'all',
        // Errors reach the caller as errors; warnings about folded constants help nobody.
        logSeverityLevel: 3,
      }).catch((cause: unknown) => {
        throw new AppError('model.damaged', { cause, detail: cause instanceof Error ? cause.message : String(cause) });
      });
      return {
        async run(feeds) {
          return (await session.run(feeds)) as Outputs;
        },
        close: () => session.release(),
      };
    },
  };
}
