//! Servers of single paths and operations.

use super::{demanded_url, filled, variables};
use crate::codes::lower::SERVER_INVALID;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::lower::context::Context;
use crate::lower::shapes::items;

/// Returns the base URLs of an operation's own servers, with the defaults of their variables: those that the operation
/// lists, or else those of its path (OpenAPI 3.0.3, Operation Object, `servers`). None if the API's servers serve it
/// too.
pub(in crate::lower) fn own(
    context: &mut Context<'_>,
    operation: &Pointer,
    path_item: &Pointer,
) -> Vec<String> {
    let mut listed = base_urls(context, operation);
    if listed.is_empty() {
        listed = base_urls(context, path_item);
    }
    let mut servers = context.servers.iter();
    let is_first = servers.next().map(|first| &first.default_url) == listed.first();
    let is_known = |url: &String| {
        context
            .servers
            .iter()
            .any(|known| known.default_url == *url)
    };
    if is_first && listed.iter().all(is_known) {
        listed.clear();
    }
    listed
}

fn base_urls(context: &mut Context<'_>, holder: &Pointer) -> Vec<String> {
    let listed = items(context, &holder.child("servers"), "`servers`");
    listed
        .iter()
        .filter_map(|at| base_url(context, at))
        .collect()
}

fn base_url(context: &mut Context<'_>, at: &Pointer) -> Option<String> {
    let url = demanded_url(context, at)?;
    let variables = variables(context, at, &url);
    let url = filled(&url, &variables);
    let is_usable = is_usable(&url);
    if !is_usable {
        let message = format!("`{url}` is not a server URL");
        let problem = Diagnostic::new(&SERVER_INVALID, at.child("url"), message);
        let help = "write the full URL, and give each of its variables a default that makes it one";
        let problem = problem.with_note("it is not used for this operation");
        context.problems.push(problem.with_help(help));
    }
    is_usable.then_some(url)
}

/// Returns whether this is the full URL of a server on the web, or a path that can complete one.
fn is_usable(url: &str) -> bool {
    let is_plain = !url.contains(|char: char| "{}?#".contains(char) || char.is_whitespace());
    let host = match url.split_once("://") {
        Some(("https" | "http", rest)) => rest.split('/').next(),
        Some(_) => None,
        None => Some(url),
    };
    is_plain && host.is_some_and(|host| !host.is_empty() && !host.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_can_go_to_hosts_and_paths() {
        for url in [
            "https://a.example",
            "http://[::1]:80/v1",
            "/v2",
            "v2",
            "//a.example",
        ] {
            assert!(is_usable(url), "{url}");
        }
        for url in [
            "",
            "https://",
            "https:///a",
            "https://{host}",
            "https://a:b@a.example",
            "wss://a.example",
            "/a?b",
            "a b",
        ] {
            assert!(!is_usable(url), "{url}");
        }
    }
}
