//! A program that uses a client, and fails if a request or a value is not what its name meant when it was written.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What the program begins with: a server on loopback that reports what it is asked for.
const HEAD: &str = r#"#![allow(deprecated, missing_docs, unused, clippy::pedantic, reason = "generated")]

use std::io::{Read as _, Write as _};
use std::sync::mpsc::{Receiver, channel};

fn serve() -> (String, Receiver<String>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let (mut head, mut byte) = (Vec::new(), [0]);
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) > 0 {
                head.push(byte[0]);
            }
            sender.send(String::from_utf8_lossy(&head).into_owned()).unwrap();
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        }
    });
    (address, receiver)
}

async fn ask<T>(receiver: &Receiver<String>, call: impl IntoFuture<Output = Result<T, Error>>) -> String {
    drop(call.await);
    receiver.try_recv().unwrap_or_default()
}

fn check(name: &str, head: &str, method: &str, path: &str, wanted: &[&str]) -> bool {
    let lines: Vec<String> = head.lines().map(str::to_owned).collect();
    let first = lines.first().cloned().unwrap_or_default();
    let target = first.split(' ').nth(1).unwrap_or_default();
    let (own, query) = target.split_once('?').unwrap_or((target, ""));
    let mut pairs: Vec<String> = query.split('&').map(|pair| format!("query {pair}")).collect();
    pairs.extend(lines.iter().skip(1).filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        Some(format!("header {}={value}", name.to_lowercase()))
    }));
    let is_right = first.starts_with(&format!("{method} ")) && own == path && wanted.iter().all(|pair| pairs.iter().any(|it| it == pair));
    if !is_right {
        eprintln!("{name}: wanted {method} {path} {wanted:?}, got {head}");
    }
    is_right
}

fn same<T: PartialEq + std::fmt::Debug>(name: &str, value: T, wanted: T) -> bool {
    if value != wanted {
        eprintln!("{name}: wanted {wanted:?}, got {value:?}");
    }
    value == wanted
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (address, receiver) = serve();
    let client = Client::builder().base_url(&address).build().unwrap();
    let mut is_right = true;
"#;

/// The program that uses `items` of the crate called `name`, as far as their types are plain.
pub fn program(name: &str, items: &[String]) -> String {
    let mut program = HEAD.replacen("use std::io", &format!("use {name}::*;\nuse std::io"), 1);
    for item in items {
        let item = item.strip_prefix("#[deprecated] ").unwrap_or(item);
        let Some((declaration, wire)) = item.split_once(" // ") else {
            continue;
        };
        let probe = call(declaration, wire, items).or_else(|| variant(declaration, wire));
        program.push_str(&probe.unwrap_or_default());
    }
    for (path, fields) in structs(items) {
        program.push_str(&decode(&path, &fields));
    }
    program.push_str("    std::process::exit(i32::from(!is_right));\n}\n");
    program
}

/// A value of a plain type, as Rust and in a URL; each is another one.
fn value(ty: &str, number: usize) -> Option<(String, String)> {
    Some(match ty {
        "&str" | "impl Into<String>" => (format!("\"v{number}\""), format!("v{number}")),
        "i64" | "i32" | "u64" | "u32" => (format!("{number}"), number.to_string()),
        "bool" => ("true".to_owned(), "true".to_owned()),
        _ => return None,
    })
}

/// The name and the type of each argument, but for the client itself.
fn arguments(declaration: &str) -> Option<Vec<(String, String)>> {
    let (_, rest) = declaration.split_once('(')?;
    let (list, _) = rest.rsplit_once(") -> ")?;
    let arguments = list
        .split(", ")
        .filter(|argument| !argument.ends_with("self"));
    arguments
        .filter(|argument| !argument.is_empty())
        .map(|argument| {
            argument
                .split_once(": ")
                .map(|(name, ty)| (name.to_owned(), ty.to_owned()))
        })
        .collect()
}

/// Calls an operation, once more with each of its optional parameters.
fn call(declaration: &str, wire: &str, items: &[String]) -> Option<String> {
    let rest = declaration.strip_prefix("pub fn Client::")?;
    let (name, _) = rest.split_once("(&self")?;
    let (method, rest) = wire.split_once(' ')?;
    let (path, required) = rest.split_once(" (").unwrap_or((rest, ""));
    let (mut given, mut in_url) = (Vec::new(), Vec::new());
    for (number, (_, ty)) in arguments(declaration)?.iter().enumerate() {
        if let Some(body) = ty.strip_prefix("&models::") {
            // The body is the last argument, and no part of what is looked at.
            let has_default = items
                .iter()
                .any(|item| *item == format!("impl Default for models::{body}"));
            has_default.then_some(())?;
            given.push(format!("&models::{body}::default()"));
            continue;
        }
        let (value, text) = value(ty, number + 11)?;
        given.push(value);
        in_url.push(text);
    }
    let mut values = in_url.into_iter();
    let mut parts = path.split("{}");
    let mut url = parts.next()?.to_owned();
    for part in parts {
        url.push_str(&values.next()?);
        url.push_str(part);
    }
    let named = required
        .trim_end_matches(')')
        .split(", ")
        .filter(|name| !name.is_empty());
    let mut wanted = Vec::new();
    for name in named {
        if name.starts_with("path ") || name.starts_with("cookie ") {
            return None;
        }
        wanted.push(format!("{name}={}", values.next()?));
    }
    let call = format!("client.{name}({})", given.join(", "));
    let mut text = String::new();
    ask(&mut text, name, &call, method, &url, &wanted);
    let builder = declaration
        .rsplit_once("-> operations::")
        .map(|(_, builder)| builder);
    for (setter, wire) in builder
        .into_iter()
        .flat_map(|builder| setters(builder, items))
    {
        let Some((_, ty)) = arguments(setter).and_then(|mut all| all.pop()) else {
            continue;
        };
        let Some((value, in_url)) = value(&ty, 77) else {
            continue;
        };
        let setter = setter.split('(').next()?.rsplit("::").next()?;
        let mut wanted = wanted.clone();
        wanted.push(format!("{wire}={in_url}"));
        ask(
            &mut text,
            setter,
            &format!("{call}.{setter}({value})"),
            method,
            &url,
            &wanted,
        );
    }
    Some(text)
}

fn ask(text: &mut String, name: &str, call: &str, method: &str, url: &str, wanted: &[String]) {
    writeln!(text, "    let head = ask(&receiver, {call}).await;").unwrap();
    writeln!(
        text,
        "    is_right &= check({name:?}, &head, {method:?}, {url:?}, &{wanted:?});"
    )
    .unwrap();
}

/// The setters of an operation's type, with what they set.
fn setters<'i>(builder: &str, items: &'i [String]) -> Vec<(&'i str, &'i str)> {
    let prefix = format!("pub fn operations::{builder}::");
    let items = items
        .iter()
        .map(|item| item.strip_prefix("#[deprecated] ").unwrap_or(item));
    let setters = items.filter(|item| item.starts_with(&prefix));
    setters
        .filter_map(|setter| setter.split_once(" // "))
        .filter(|(_, wire)| !wire.starts_with("cookie "))
        .collect()
}

/// Makes a variant of its value.
fn variant(declaration: &str, wire: &str) -> Option<String> {
    let path = declaration.strip_prefix("pub models::")?;
    let (of, _) = path.split_once("::")?;
    let value = wire.strip_prefix('`')?.strip_suffix('`')?;
    if path.contains([':', '(']) && path.matches("::").count() != 1 || value.parse::<i64>().is_ok()
    {
        return None;
    }
    Some(format!(
        "    is_right &= same({path:?}, models::{of}::from({value:?}), models::{path});\n"
    ))
}

type Field = (String, String, String);

/// The fields of plain types of each struct, unless it has required ones of other types: name, type and property.
fn structs(items: &[String]) -> BTreeMap<String, Vec<Field>> {
    let mut structs: BTreeMap<String, Option<Vec<Field>>> = BTreeMap::new();
    for item in items {
        let item = item.strip_prefix("#[deprecated] ").unwrap_or(item);
        let Some((declaration, wire)) = item
            .strip_prefix("pub models::")
            .and_then(|item| item.split_once(" // "))
        else {
            continue;
        };
        let Some((path, ty)) = declaration.split_once(": ") else {
            continue;
        };
        let Some((of, field)) = path.split_once("::") else {
            continue;
        };
        let fields = structs
            .entry(of.to_owned())
            .or_insert_with(|| Some(Vec::new()));
        let is_optional = ty.starts_with("Option<") || ty.starts_with("Patch<");
        if json(ty, 0).is_some() {
            if let Some(fields) = fields {
                fields.push((field.to_owned(), ty.to_owned(), wire.to_owned()));
            }
        } else if !is_optional {
            *fields = None;
        }
    }
    let plain = structs
        .into_iter()
        .filter_map(|(name, fields)| Some((name, fields?)));
    plain.filter(|(_, fields)| !fields.is_empty()).collect()
}

/// A value of a plain type, as JSON and as Rust.
fn json(ty: &str, number: usize) -> Option<(String, String)> {
    let inner = ty
        .strip_prefix("Option<")
        .and_then(|ty| ty.strip_suffix('>'));
    let (json, rust) = match inner.unwrap_or(ty) {
        "String" => (
            format!("\"v{number}\""),
            format!("\"v{number}\".to_owned()"),
        ),
        "i64" | "i32" | "u64" | "u32" => (number.to_string(), number.to_string()),
        "bool" => ("true".to_owned(), "true".to_owned()),
        _ => return None,
    };
    Some((
        json,
        if inner.is_some() {
            format!("Some({rust})")
        } else {
            rust
        },
    ))
}

fn decode(of: &str, fields: &[Field]) -> String {
    let members: Vec<String> = fields
        .iter()
        .enumerate()
        .map(|(number, (_, ty, wire))| format!("{wire:?}: {}", json(ty, number).unwrap().0))
        .collect();
    let text = format!("{{ {} }}", members.join(", "));
    let mut code =
        format!("    if let Ok(value) = serde_json::from_str::<models::{of}>({text:?}) {{\n");
    for (number, (field, ty, _)) in fields.iter().enumerate() {
        let (_, wanted) = json(ty, number).unwrap();
        writeln!(
            code,
            "        is_right &= same(\"{of}::{field}\", value.{field}.clone(), {wanted});"
        )
        .unwrap();
    }
    code.push_str("    }\n");
    code
}
