//! A program that uses every item of a list.

mod function;
mod member;
mod parameters;

use std::fmt::Write as _;

/// What the program begins with.
const HEAD: &str = "#![allow(deprecated, dead_code, unused_imports, unused_must_use, unreachable_patterns, missing_docs)]

fn model<T: Clone + std::fmt::Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned>() {}
fn listed<T: Eq + std::hash::Hash + std::fmt::Display>() {}
fn of_strings<T: AsRef<str> + std::str::FromStr + for<'a> From<&'a str>>() {}
fn of_integers<T: From<i64>>() {}
fn success<T: Clone + std::fmt::Debug + PartialEq>() {}
fn has_default<T: Default>() {}
fn used<R: IntoFuture<Output = Result<T, Error>> + std::fmt::Debug, T>(_: R) {}
fn awaited<T: IntoFuture<Output = O> + std::fmt::Debug, O>() {}

fn main() {}
";

/// The program that uses `items` of the crate called `name`.
pub fn program(name: &str, items: &[String]) -> String {
    let mut program = format!("{HEAD}\nuse {name}::*;\n");
    for (number, item) in items.iter().enumerate() {
        let item = item.strip_prefix("#[deprecated] ").unwrap_or(item);
        let item = item.strip_prefix("#[non_exhaustive] ").unwrap_or(item);
        let made = parameters::of_struct(items, item);
        let used = made.unwrap_or_else(|| of_item(name, item));
        writeln!(program, "mod item_{number} {{ use super::*; {used} }}").unwrap();
    }
    program
}

fn of_item(krate: &str, item: &str) -> String {
    let (word, rest) = item.split_once(' ').unwrap();
    if word == "feature" || word == "variable" {
        return String::new();
    }
    if word == "impl" {
        return of_implementation(rest);
    }
    let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    match word {
        "use" => format!("pub use {krate}::{rest} as Used;"),
        "struct" if rest.contains('(') => of_wrapper(rest),
        "struct" | "enum" => of_type(rest),
        "type" => of_alias(rest),
        "const" => of_constant(rest),
        "fn" => function::of_function(rest),
        _ => member::of_member(item.strip_prefix("pub ").unwrap()),
    }
}

fn of_type(path: &str) -> String {
    let bound = if path.starts_with("models::") {
        "model"
    } else {
        "success"
    };
    let is_builder = path.starts_with("operations::") && !path.ends_with("Success");
    if is_builder {
        return format!(
            "fn chained(value: {path}) -> {path} {{ {} }}",
            function::chained("value")
        );
    }
    format!("fn bounds() {{ {bound}::<{path}>() }}")
}

fn of_wrapper(declaration: &str) -> String {
    let (path, inner) = declaration.split_once("(pub ").unwrap();
    let inner = inner.strip_suffix(')').unwrap();
    format!(
        "fn bounds() {{ model::<{path}>() }} fn made(value: {inner}) -> {path} {{ {path}(value) }} \
         fn read(value: {path}) -> {inner} {{ value.0 }}"
    )
}

fn of_alias(declaration: &str) -> String {
    let (path, target) = declaration.split_once(" = ").unwrap();
    format!(
        "fn there(value: {path}) -> {target} {{ value }} fn back(value: {target}) -> {path} {{ value }}"
    )
}

fn of_constant(declaration: &str) -> String {
    let (path, _) = declaration.split_once(": ").unwrap();
    let (of, _) = path.rsplit_once("::").unwrap();
    format!("fn read() -> &'static [{of}] {{ listed::<{of}>(); {path} }}")
}

fn of_implementation(declaration: &str) -> String {
    let (what, of) = declaration.rsplit_once(" for ").unwrap();
    if what == "Default" {
        return format!("fn bounds() {{ has_default::<{of}>() }}");
    }
    if let Some(source) = what.strip_prefix("From<") {
        let source = source.strip_suffix('>').unwrap();
        return format!("fn made(value: {source}) -> {of} {{ {of}::from(value) }}");
    }
    let output = what.strip_prefix("IntoFuture<Output = ").unwrap();
    let output = output.strip_suffix('>').unwrap();
    format!("fn bounds() {{ awaited::<{of}, {output}>() }}")
}
