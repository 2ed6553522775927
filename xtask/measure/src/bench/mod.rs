//! How fast generation and its results are, in ratios taken in one run: machines differ, and so do their moods.

pub mod calls;
pub mod client;
pub mod generation;

use std::time::{Duration, Instant};

/// Returns the time that `work` took, and its result.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

/// Returns the middle one of several times.
#[must_use]
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
