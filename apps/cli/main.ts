#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CliFailure, EXIT } from './cliFailure';
import { program } from './program';
import { terminal } from './terminal';

async function main(): Promise<void> {
  try {
    await program({ env: process.env, terminal, exit: (code) => (process.exitCode = code) }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    else if (error instanceof CliFailure) {
      terminal.tell(error.message);
      process.exitCode = error.exitCode;
    } else throw error;
  }
}

void main();
