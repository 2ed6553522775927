//! Runs cargo on one crate.

use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{io, thread};

use serde_json::Value;
use wait4::Wait4;

use super::report::{Problem, Stage};
use super::workspace::Workspace;

/// What cargo did.
#[derive(Debug, Default)]
pub struct Ran {
    /// Time, memory, and each error and warning.
    pub stage: Stage,
    /// The program that was built, if there is one.
    pub executable: Option<PathBuf>,
}

/// Runs `cargo COMMAND` on the crate `package` of `workspace`. Whatever the compiler says is a problem.
///
/// # Errors
///
/// If cargo cannot be run.
pub fn cargo(workspace: &Workspace, command: &str, package: &str) -> io::Result<Ran> {
    let start = Instant::now();
    let mut child = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args([
            command,
            "--quiet",
            "--message-format=json",
            "--package",
            package,
        ])
        .current_dir(&workspace.folder)
        .env("CARGO_TARGET_DIR", &workspace.target)
        .env("CARGO_TERM_COLOR", "never")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let errors = child
        .stderr
        .take()
        .map(|mut pipe| thread::spawn(move || read(&mut pipe)));
    let messages = child
        .stdout
        .take()
        .map(|mut pipe| read(&mut pipe))
        .unwrap_or_default();
    let ended = child.wait4()?;
    let errors = errors
        .and_then(|reader| reader.join().ok())
        .unwrap_or_default();
    let mut ran = Ran::default();
    messages
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .for_each(|message| take(&mut ran, &message));
    if !ended.status.success() && ran.stage.problems.is_empty() {
        ran.stage
            .problems
            .push(Problem::whole("cargo-failed", errors.trim()));
    }
    ran.stage.took = start.elapsed();
    ran.stage.peak_memory = Some(ended.rusage.maxrss);
    Ok(ran)
}

fn read(pipe: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Takes a message of cargo
/// ([External tools](https://doc.rust-lang.org/cargo/reference/external-tools.html#json-messages)).
fn take(ran: &mut Ran, message: &Value) {
    let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
    match text("/reason") {
        Some("compiler-artifact") => {
            ran.executable = text("/executable")
                .map(PathBuf::from)
                .or_else(|| ran.executable.take());
        }
        // A message without a place counts the others.
        Some("compiler-message")
            if message.pointer("/message/spans/0").is_some()
                || text("/message/level") != Some("warning") =>
        {
            let code = text("/message/code/code").unwrap_or("compiler");
            ran.stage
                .problems
                .push(Problem::whole(code, shown(message)));
        }
        _ => {}
    }
}

/// Returns the first lines of a message: what is wrong, and where.
fn shown(message: &Value) -> String {
    let text = message
        .pointer("/message/rendered")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.trim_matches([' ', '|']).is_empty());
    lines.take(4).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_the_compiler_says_is_a_problem() {
        let mut ran = Ran::default();
        take(
            &mut ran,
            &json!({"reason": "compiler-artifact", "executable": "a"}),
        );
        take(
            &mut ran,
            &json!({"reason": "compiler-artifact", "executable": null}),
        );
        let warning = json!({"level": "warning", "spans": [{}], "code": {"code": "dead_code"}, "rendered": "warning: no\n |\n"});
        take(
            &mut ran,
            &json!({"reason": "compiler-message", "message": warning}),
        );
        take(
            &mut ran,
            &json!({"reason": "compiler-message", "message": {"level": "warning", "spans": [], "rendered": "1 warning"}}),
        );
        assert_eq!(ran.executable, Some("a".into()));
        assert_eq!(
            ran.stage.problems,
            [Problem::whole("dead_code", "warning: no")]
        );
    }
}
