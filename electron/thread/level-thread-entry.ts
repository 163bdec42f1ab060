import { parentPort, workerData } from 'node:worker_threads';
import { serveLevelThread, type LevelOrder } from './serve-level-thread.ts';

if (parentPort !== null) serveLevelThread(parentPort, workerData as LevelOrder);
