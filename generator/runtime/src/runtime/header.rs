//! Request headers, with `Cookie` (RFC 6265, section 4.2) among them.

use super::call::Call;
use super::credential::ResolvedCredential;
use super::error::Error;
use super::parameter::Location;
use super::style;
use super::url::{join, written};
use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName,
    HeaderValue, USER_AGENT,
};

/// Returns all headers of a call. What is closer to the call wins: the client's own headers yield to header parameters,
/// those to headers set on the request. Credentials are added only where no such header is set already.
///
/// # Errors
///
/// [`Error::Parameter`] if a value holds characters a header cannot carry (RFC 9110, section 5.5).
pub fn headers(call: &Call, credentials: &[&ResolvedCredential]) -> Result<HeaderMap, Error> {
    let settings = &call.client.settings;
    let mut headers = HeaderMap::new();
    headers.insert(USER_AGENT, settings.user_agent.clone());
    headers.insert(ACCEPT, HeaderValue::from_static(call.operation.accept));
    overlay(&mut headers, &settings.headers);
    add_parameters(call, &mut headers)?;
    describe_body(call, &mut headers);
    overlay(&mut headers, &call.headers);
    add_credentials(credentials, &mut headers);
    add_cookies(call, credentials, &mut headers)?;
    Ok(headers)
}

/// Parses a header given by the user; its value is marked sensitive, since it may be a credential.
///
/// # Errors
///
/// A static text that completes "header `name` ...".
pub fn parse(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| "is not a valid header name")?;
    let mut value = HeaderValue::from_bytes(value.as_bytes()).map_err(|_| CONTROL_CHARACTER)?;
    value.set_sensitive(true);
    Ok((name, value))
}

const CONTROL_CHARACTER: &str = "holds a line break or another character that no header can carry";

/// Adds `others` to `headers`, replacing all values of the same names.
fn overlay(headers: &mut HeaderMap, others: &HeaderMap) {
    if !others.is_empty() {
        headers.extend(others.clone());
    }
}

fn describe_body(call: &Call, headers: &mut HeaderMap) {
    match &call.body {
        Some(body) => drop(headers.insert(CONTENT_TYPE, HeaderValue::from_static(body.media_type))),
        // RFC 9110, section 8.6: a method that may have content should say that there is none.
        None if call.operation.method.may_have_content() => {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        None => {}
    }
}

fn add_parameters(call: &Call, headers: &mut HeaderMap) -> Result<(), Error> {
    for (parameter, value) in call.values_in(Location::Header) {
        let text = style::text(parameter, &written(parameter, value), style::verbatim);
        let (name, value) =
            parse(parameter.name, &text).map_err(|problem| call.refuse(parameter.name, problem))?;
        // OAS 3.0.3, "Parameter Object": definitions of these three are to be ignored.
        if ![ACCEPT, CONTENT_TYPE, AUTHORIZATION].contains(&name) {
            headers.insert(name, value);
        }
    }
    Ok(())
}

fn add_credentials(credentials: &[&ResolvedCredential], headers: &mut HeaderMap) {
    for credential in credentials {
        if let ResolvedCredential::Header { name, value } = credential {
            headers.entry(name).or_insert_with(|| value.clone());
        }
    }
}

fn add_cookies(
    call: &Call,
    credentials: &[&ResolvedCredential],
    headers: &mut HeaderMap,
) -> Result<(), Error> {
    let cookies = cookies(call, credentials);
    if cookies.is_empty() {
        return Ok(());
    }
    let (_, value) =
        parse(COOKIE.as_str(), &cookies).map_err(|problem| call.refuse("cookie", problem))?;
    headers.entry(COOKIE).or_insert(value);
    Ok(())
}

/// Returns all cookie parameters and API keys of a call, joined with `; `; empty if there are none.
#[must_use]
pub fn cookies(call: &Call, credentials: &[&ResolvedCredential]) -> String {
    let parameters = call.values_in(Location::Cookie);
    let mut pairs: Vec<_> = parameters
        .flat_map(|(parameter, value)| style::pairs(parameter, &written(parameter, value)))
        .collect();
    for credential in credentials {
        if let ResolvedCredential::Cookie { name, value } = credential {
            pairs.push(((*name).to_owned(), value.expose().to_owned()));
        }
    }
    join(&pairs, "; ")
}
