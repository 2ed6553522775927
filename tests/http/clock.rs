//! Control over the time that clients see, so that no test waits and none depends on a fast machine.

use std::sync::mpsc;
use std::time::Duration;
use tokio::time::sleep;

/// Keeps the clock still while it lives; [`pass`] moves it.
pub struct Stillness {
    _release: mpsc::Sender<()>,
}

/// Stops the clock until the returned guard is dropped; from then on it runs as [`run`] says.
#[must_use]
pub fn stop() -> Stillness {
    tokio::time::pause();
    let (release, released) = mpsc::channel::<()>();
    // A paused clock jumps to the next timer whenever all tasks wait, but not while a blocking task runs.
    drop(tokio::task::spawn_blocking(move || released.recv()));
    Stillness { _release: release }
}

/// Moves a stopped clock on by `time`, and by the millisecond that timers round up to.
pub async fn pass(time: Duration) {
    tokio::time::advance(time + Duration::from_millis(1)).await;
}

/// Lets a paused clock run by ten seconds at a time whenever all tasks wait.
///
/// Without that it would jump to any limit of time as soon as all tasks wait for the network.
pub fn run() {
    tokio::spawn(async {
        loop {
            sleep(Duration::from_secs(10)).await;
        }
    });
}
