import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { untunedEnvironment } from './pytorch.ts';

const run = promisify(execFile);

const About = z.object({
  /** Where the package lies: two names may lead to one. */
  file: z.string(),
  version: z.string(),
  /** What multiplies its matrices, as it is loaded. */
  blas: z.string(),
});

export interface Python extends z.infer<typeof About> {
  command: string;
}

/** The one that the shell finds, and Debian's own. */
const COMMANDS = ['python3', '/usr/bin/python3'];
/** OpenBLAS, because the generic library that Debian's PyTorch is built against is many times slower: to outrun that proves nothing. */
const PACKAGES = ['python3-torch', 'libopenblas0-pthread'];
const GENERIC = /^libblas\.so/;

const ASK = `
import json, torch
torch.ones(64, 64) @ torch.ones(64, 64)
maps = open('/proc/self/maps').read()
loaded = sorted({path.rsplit('/', 1)[-1] for path in maps.split() if '.so' in path and 'blas' in path.lower()})
fast = [name for name in loaded if any(known in name for known in ('openblas', 'mkl', 'blis'))]
blas = 'MKL, inside' if torch.backends.mkl.is_available() else ', '.join(fast or loaded) or 'none found'
print(json.dumps({'file': torch.__file__, 'version': torch.__version__, 'blas': blas}))
`;

/** Every PyTorch of this machine. Where there is none, or one with the generic library alone, Debian's packages are installed, if that is allowed. */
export async function findPyTorch(): Promise<Python[]> {
  const found = await all();
  if (found.length > 0 && !found.some(({ blas }) => GENERIC.test(blas))) return found;
  const refusal = await install();
  if (refusal === null) return all();
  console.log(`\nPyTorch: ${found.length === 0 ? 'not compared' : 'compared as it is'}. ${refusal}`);
  return found;
}

async function all(): Promise<Python[]> {
  const found: Python[] = [];
  for (const command of COMMANDS) {
    const about = await aboutOf(command);
    if (about && found.every(({ file }) => file !== about.file)) found.push({ command, ...about });
  }
  return found;
}

async function aboutOf(command: string): Promise<z.infer<typeof About> | null> {
  try {
    const { stdout } = await run(command, ['-c', ASK], { env: untunedEnvironment(), timeout: 60_000 });
    return About.parse(JSON.parse(stdout));
  } catch {
    return null;
  }
}

async function install(): Promise<string | null> {
  if (process.getuid?.() !== 0) return `Only root may install ${PACKAGES.join(' and ')}.`;
  console.error(`installing ${PACKAGES.join(' and ')} …`);
  try {
    await run('apt-get', ['update', '-q'], { timeout: 120_000 });
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 };
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], quiet);
    return null;
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    return `${PACKAGES.join(' and ')} could not be installed: ${line}.`;
  }
}
