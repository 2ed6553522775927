//! Runs the test program.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use clientsmith::diagnostics::Pointer;
use serde_json::{Value, json};

use super::Plan;
use super::program::types;

/// What became of a value.
#[derive(Debug, PartialEq)]
pub enum Again {
    /// It was decoded and encoded again.
    Encoded {
        /// What it was encoded as.
        value: Value,
        /// What in it landed in catch-alls.
        caught: Vec<Caught>,
    },
    /// It could not be decoded, or not encoded again.
    Refused(String),
    /// The program ended on it.
    Died(String),
}

/// A part of a value that landed in a catch-all.
#[derive(Debug, PartialEq)]
pub struct Caught {
    /// Where in the value.
    pub at: Pointer,
    /// The name of the catch-all: `Other`, `UnknownValue` or `UnknownInteger`.
    pub name: String,
}

/// How many values may end the program before the rest is given up.
const MAX_DEATHS: usize = 20;

/// Runs `executable` on the cases of `plan`, which it reads from `file`. It is started again after a case that ends it.
///
/// # Errors
///
/// If the file cannot be written or the program not be run.
pub fn run(executable: &Path, file: &Path, plan: &Plan) -> io::Result<Vec<Again>> {
    let numbers: BTreeMap<&str, usize> = types(plan).into_iter().zip(0..).collect();
    let mut results = Vec::new();
    for _ in 0..MAX_DEATHS {
        let Some(cases) = plan
            .cases
            .get(results.len()..)
            .filter(|cases| !cases.is_empty())
        else {
            break;
        };
        let cases = cases
            .iter()
            .map(|case| json!([numbers.get(case.ty.as_str()), case.value.to_string()]));
        fs::write(file, Value::Array(cases.collect()).to_string())?;
        let output = Command::new(executable).arg(file).output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        results.extend(text.lines().map_while(result));
        if results.len() < plan.cases.len() {
            results.push(Again::Died(output.status.to_string()));
        }
    }
    Ok(results)
}

fn result(line: &str) -> Option<Again> {
    let line: Value = serde_json::from_str(line).ok()?;
    if let Some(reason) = line.get("Err").and_then(Value::as_str) {
        return Some(Again::Refused(reason.to_owned()));
    }
    let text = line.pointer("/Ok/0").and_then(Value::as_str)?;
    let caught = line.pointer("/Ok/1").and_then(Value::as_array)?;
    Some(Again::Encoded {
        value: serde_json::from_str(text).ok()?,
        caught: caught.iter().filter_map(self::caught).collect(),
    })
}

fn caught(pair: &Value) -> Option<Caught> {
    Some(Caught {
        at: Pointer::parse(pair.get(0)?.as_str()?),
        name: pair.get(1)?.as_str()?.to_owned(),
    })
}
