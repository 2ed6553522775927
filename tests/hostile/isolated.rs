//! Checks that may end the process, such as by overflowing the stack, run in a process of their own.

use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::every::demand_none;
use crate::{aliases, depth, references};
use clientsmith_tests::soundness::{check, run};

/// An input: its name and how to make it.
pub type Case = (&'static str, fn() -> Vec<u8>);

/// Names the input that the process is for.
const VARIABLE: &str = "CLIENTSMITH_HOSTILE_CASE";

/// The stack of a thread unless it asks for more, in bytes.
const STACK: usize = 2 << 20;

/// How long one input may take, with room for slow machines.
const MAX_LENGTH: Duration = Duration::from_secs(120);

/// Runs [`check`] on every case, each on a small stack in its own process, and demands that all end well.
pub fn check_all(cases: &[Case]) {
    demand_none(
        &cases
            .iter()
            .filter_map(|(name, _)| failure(name))
            .collect::<Vec<_>>(),
    );
}

fn failure(name: &str) -> Option<String> {
    let start = Instant::now();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "isolated::one_case", "--ignored", "--nocapture"])
        .env(VARIABLE, name)
        .env("RUST_BACKTRACE", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut errors = child.stderr.take().unwrap();
    let reader = thread::spawn(move || {
        let mut text = String::new();
        let _ = errors.read_to_string(&mut text);
        text
    });
    let ended = wait(&mut child);
    let text: String = reader.join().unwrap().chars().take(600).collect();
    match ended {
        Some(true) => None,
        Some(false) => Some(format!("{name}: {text}")),
        None => Some(format!("{name}: not done after {:?}", start.elapsed())),
    }
}

/// Whether the process ended well; `None` if it had to be stopped.
fn wait(child: &mut Child) -> Option<bool> {
    let start = Instant::now();
    while start.elapsed() < MAX_LENGTH {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status.success());
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    let _ = child.wait().unwrap();
    None
}

#[test]
#[ignore = "the body of the processes that `check_all` starts"]
fn one_case() {
    let Ok(name) = std::env::var(VARIABLE) else {
        return;
    };
    let cases = [depth::CASES, references::CASES, aliases::CASES].concat();
    let (name, make) = cases.into_iter().find(|(known, _)| *known == name).unwrap();
    let body = move || end_well(name, &make());
    let thread = thread::Builder::new()
        .stack_size(STACK)
        .spawn(body)
        .unwrap();
    thread.join().unwrap();
}

/// [`check`], or only a run where checking every file would take minutes.
fn end_well(name: &str, bytes: &[u8]) {
    let is_large = |files: usize| files > 1_000;
    if !run(name, bytes).is_ok_and(|package| is_large(package.files().count())) {
        let _ = check(name, bytes);
    }
}
