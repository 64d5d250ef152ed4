// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const LAUNCHER = resolve(import.meta.dirname, '../../malbild');
const READY = /Målbild is ready at (http:\/\/\S+)\s/;
const FIRST = /First sign-in: name (\S+), one-time password (\S+)/;
const PATIENCE_MS = 400_000;

/** A service of one's own: started as a person starts it, on a free port, with a folder of data that is gone afterwards. */
export type Service = { root: string; administrator: { userName: string; password: string }; stop: () => Promise<void> };

/** Starts `./malbild run`, with more arguments where wanted. With `--demo` it begins from a copy of MALBILD_E2E_DEMO where one is named. */
export function startService(...options: string[]): Promise<Service> {
  const data = mkdtempSync(join(tmpdir(), 'malbild-e2e-'));
  const filled = options.includes('--demo') ? process.env.MALBILD_E2E_DEMO : undefined;
  if (filled) cpSync(filled, data, { recursive: true });
  const port = String(20_000 + (process.pid % 10_000));
  const child = spawn(LAUNCHER, ['run', ...options], {
    // The service lives for minutes: the optimizing compiler would take more than it gives.
    env: { ...process.env, MALBILD_DATA: data, MALBILD_PORT: port, MALBILD_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((ready, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`the service did not start:\n${said}`)), PATIENCE_MS);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const root = READY.exec(said)?.[1];
      if (!root) return;
      clearTimeout(late);
      const [, userName = '', password = ''] = FIRST.exec(said) ?? [];
      ready({ root, administrator: { userName, password }, stop: () => stop(child, data) });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => failed(new Error(`the service ended with ${code}:\n${said}`)));
  });
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  const ended = new Promise((resolved) => child.on('exit', resolved));
  child.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
