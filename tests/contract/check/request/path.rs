//! The path: what is fixed is as in the template, the rest is an argument, percent-encoded.

use percent_encoding::percent_decode_str;

use super::RequestCheck;
use crate::message::Received;

/// What is wrong with the path of `request`.
pub fn problems(check: &RequestCheck, request: &Received) -> Option<String> {
    let path = request.target.split('?').next().unwrap_or_default();
    let template = format!("{}{}", check.base_path, check.operation.path);
    let is_fine = path.split('/').count() == template.split('/').count()
        && path
            .split('/')
            .zip(template.split('/'))
            .all(|(segment, template)| is_segment(check, segment, template));
    (!is_fine).then(|| format!("path {path} for {template}"))
}

fn is_segment(check: &RequestCheck, segment: &str, template: &str) -> bool {
    let Some(name) = template
        .strip_prefix('{')
        .and_then(|name| name.strip_suffix('}'))
    else {
        return segment == template;
    };
    let argument = check.arguments.iter().find(|(known, _)| *known == name);
    let (_, argument) =
        argument.unwrap_or_else(|| panic!("the contract has no argument for {name}"));
    let decoded = percent_decode_str(segment).decode_utf8();
    is_encoded(segment) && decoded.is_ok_and(|text| text == *argument)
}

/// Whether only unreserved characters stand for themselves (RFC 3986, section 2.3).
fn is_encoded(segment: &str) -> bool {
    segment
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte))
}
