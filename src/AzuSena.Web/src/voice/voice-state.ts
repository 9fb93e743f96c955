import { computed, signal } from '@preact/signals';

/** A question that is being spoken. */
export interface Recording {
  phase: 'asking' | 'listening';
  isHeld: boolean;
  /** How loud it is, 0 to 1. */
  level: number;
  seconds: number;
}

export const recording = signal<Recording | null>(null);

/** The recording without its level, which changes with every frame. */
export const voicePhase = computed(() => recording.value?.phase ?? null);

/** Why there is no microphone, once it was tried. */
export const microphoneProblem = signal<'denied' | 'missing' | 'failed' | null>(null);
