#!/usr/bin/env node
import './cli/as-production';
import 'reflect-metadata';
import { run } from './cli/run';

void run(process.argv);
