//! Runs the test program.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use serde_json::{Value, json};

use super::Plan;
use super::program::types;

/// What became of an example.
#[derive(Debug, PartialEq)]
pub enum Again {
    /// It was decoded and encoded again.
    Encoded(Value),
    /// It could not be decoded, or not encoded again.
    Refused(String),
    /// The program ended on it.
    Died(String),
}

/// Runs `executable` on the cases of `plan`, which it reads from `file`. What follows a case that ends the program has
/// no result.
///
/// # Errors
///
/// If the file cannot be written or the program not be run.
pub fn run(executable: &Path, file: &Path, plan: &Plan) -> io::Result<Vec<Again>> {
    let numbers: BTreeMap<&str, usize> = types(plan).into_iter().zip(0..).collect();
    let cases = plan
        .cases
        .iter()
        .map(|case| json!([numbers.get(case.ty.as_str()), case.value.to_string()]));
    fs::write(file, Value::Array(cases.collect()).to_string())?;
    let output = Command::new(executable).arg(file).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut results: Vec<Again> = text.lines().map_while(result).collect();
    if results.len() < plan.cases.len() {
        results.push(Again::Died(output.status.to_string()));
    }
    Ok(results)
}

fn result(line: &str) -> Option<Again> {
    let line: Value = serde_json::from_str(line).ok()?;
    if let Some(reason) = line.get("Err").and_then(Value::as_str) {
        return Some(Again::Refused(reason.to_owned()));
    }
    let text = line.get("Ok").and_then(Value::as_str)?;
    serde_json::from_str(text).ok().map(Again::Encoded)
}
