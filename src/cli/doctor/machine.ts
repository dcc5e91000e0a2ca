import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../core/clock.ts';
import { SECRET_FILES } from '../../identity/secrets.ts';
import { makeFolder } from '../../platform/folder.ts';
import { folderHolder } from '../../store/lock.ts';
import { broken, type Finding, ok, warning } from './finding.ts';

const PAGES = fileURLToPath(new URL('../../../build/web/widget.js', import.meta.url));

export function checkNode(): Finding {
  return ok('node', { zh: `Node ${process.versions.node}`, en: `Node ${process.versions.node}` });
}

export function checkPages(): Finding {
  if (existsSync(PAGES)) return ok('pages', { zh: '网页已构建', en: 'The pages are built' });
  return warning(
    'pages',
    { zh: '网页还没有构建，聊天窗口和演示页打不开', en: 'The pages are not built: neither chat widget nor demo page' },
    { zh: '运行 npm run build:web', en: 'Run npm run build:web' },
  );
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Made where it is missing: a right to write says nothing about places where nothing can be made. */
function canBeUsed(folder: string): boolean {
  try {
    makeFolder(folder);
    return canWrite(folder);
  } catch {
    return false;
  }
}

export function checkFolder(dataDir: string): Finding {
  if (!canBeUsed(dataDir)) {
    return broken(
      'data-folder',
      { zh: `写不了数据目录 ${dataDir}`, en: `The data folder ${dataDir} cannot be written` },
      { zh: '改它的权限，或用 --data-dir 换一个', en: 'Change its permissions, or choose another with --data-dir' },
    );
  }
  return ok('data-folder', { zh: `数据目录 ${dataDir}`, en: `Data folder ${dataDir}` });
}

export function checkLock(dataDir: string): Finding {
  const holder = folderHolder(dataDir, systemClock);
  if (!holder) return ok('lock', { zh: '没有服务在运行', en: 'No server is running' });
  const where = holder.url ?? `#${holder.pid}`;
  return ok('lock', {
    zh: `服务正在运行：${where}（进程 ${holder.pid}）`,
    en: `A server is running: ${where} (process ${holder.pid})`,
  });
}

/** Secrets that others on this machine could read. */
export function checkSecrets(dataDir: string): Finding {
  const files = [...Object.values(SECRET_FILES), 'xiaoer.yml'].map((name) => join(dataDir, name));
  const readable = files.filter((file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0);
  if (readable.length === 0)
    return ok('secrets', { zh: '密钥文件只有您能读', en: 'Secret files are yours alone to read' });
  const list = readable.join(' ');
  return warning(
    'secrets',
    { zh: `这些文件别人也能读：${list}`, en: `Others can read: ${list}` },
    { zh: `运行 chmod 600 ${list}`, en: `Run chmod 600 ${list}` },
  );
}
