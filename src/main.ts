#!/usr/bin/env node
import 'reflect-metadata';
import { run } from './cli/run';

void run(process.argv);
