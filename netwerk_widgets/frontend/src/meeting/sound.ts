/** The gentle sound at the end of a phase: two soft tones, made here; nothing is fetched. */

const TONES = [659.3, 523.3];
const LOUDNESS = 0.07;

let context: AudioContext | null = null;

/** Plays it; where a browser lets no page sound before it was touched, nothing is heard and nothing fails. */
export function chime(): void {
  try {
    context ??= new AudioContext();
    const start = context.currentTime + 0.02;
    TONES.forEach((tone, place) => void ring(context as AudioContext, tone, start + 0.55 * place));
  } catch {
    // No sound in this browser: the clock shows it, and screen readers hear it.
  }
}

function ring(audio: AudioContext, tone: number, at: number): void {
  const source = audio.createOscillator();
  const loudness = audio.createGain();
  source.frequency.value = tone;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.08);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 1.4);
  source.connect(loudness).connect(audio.destination);
  source.start(at);
  source.stop(at + 1.5);
}
