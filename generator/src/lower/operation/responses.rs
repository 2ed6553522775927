//! Responses of an operation.

use super::content::{Chosen, Role, accept};
use super::discovery::Found;
use super::status::{body_of, meant, response_spec_for, status, written};
use crate::catalog::media_types::Codec;
use crate::catalog::reason_phrases::REASON_PHRASES;
use crate::codes::lower::{STATUS_INVALID, STATUS_REPAIRED};
use crate::diagnostics::Pointer;
use crate::ir::{Decoder, ErrorBody, Scalar, Status, Success, SuccessCase, SuccessUnion, TypeRef};
use crate::lower::context::Context;
use crate::lower::shapes::keys;
use crate::names::{Case, Identifier, Scope};

/// What an operation answers.
pub(super) struct Responses {
    pub success: Success,
    /// The `Accept` header, where it is not the runtime's own.
    pub accept: Option<String>,
    pub listed: Vec<Status>,
    pub errors: Vec<ErrorBody>,
}

/// Lowers the responses of an operation.
pub(super) fn lower(
    context: &mut Context<'_>,
    types: &mut Scope,
    found: &Found,
    name: &Identifier,
) -> Responses {
    let (mut successes, mut specs, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let documented = documented(context, found);
    let has_success = documented.iter().any(|(status, _)| {
        // 304 has no body: it cannot replace `default` as the success.
        is_success(*status) && *status != Status::Exact(304)
    });
    for (status, at) in documented {
        if is_success(status) || (status == Status::Default && !has_success) {
            let spec =
                response_spec_for(context, found.operation.method, status, &at, Role::Success);
            let body = body_of(found.operation.method, &spec);
            successes.push((
                status,
                success_case(body, spec.description.clone(), at.clone()),
            ));
            specs.push(spec);
        }
        if !is_success(status) {
            let spec =
                response_spec_for(context, found.operation.method, status, &at, Role::Failure);
            let body = body_of(found.operation.method, &spec);
            errors.extend(body.and_then(|body| error_body(status, body, &spec.summary)));
        }
    }
    errors.sort_by_key(|error| error.status);
    let statuses = successes.iter().map(|(status, _)| *status);
    let listed = listed(statuses.collect(), &errors);
    Responses {
        listed,
        success: success(types, found, name, successes),
        accept: accept(specs.iter().filter_map(|spec| spec.chosen.as_ref())),
        errors,
    }
}

/// Returns the statuses and the places of their responses, lowest first. Keys as the specification has them go before
/// those that have to be guessed at.
fn documented(context: &mut Context<'_>, found: &Found) -> Vec<(Status, Pointer)> {
    let at = found.operation.at.child("responses");
    let keys = keys(context, &at, "`responses`");
    let (plain, odd): (Vec<&str>, Vec<&str>) = keys.iter().partition(|key| status(key).is_some());
    let mut documented: Vec<(Status, Pointer)> = Vec::new();
    for key in plain {
        documented.extend(status(key).map(|status| (status, at.child(key))));
    }
    for key in odd {
        repair(context, &mut documented, key, &at.child(key));
    }
    documented.sort();
    documented.dedup_by_key(|(status, _)| *status);
    documented
}

/// Adds the response under a key that is no status, where it is plain which one is meant.
fn repair(
    context: &mut Context<'_>,
    documented: &mut Vec<(Status, Pointer)>,
    key: &str,
    at: &Pointer,
) {
    let Some(mut statuses) = meant(key) else {
        context.report(&STATUS_INVALID, format!("`{key}` is not a status code"), at);
        return;
    };
    statuses.retain(|status| documented.iter().all(|(known, _)| known != status));
    let note = if statuses.is_empty() {
        "it is ignored, as there is another response for this status".to_owned()
    } else {
        let texts: Vec<String> = statuses.iter().map(|status| written(*status)).collect();
        format!("it is read as `{}`", texts.join("`, `"))
    };
    let message = format!("`{key}` is not a status code");
    context.report_with_note(&STATUS_REPAIRED, message, note, at);
    documented.extend(statuses.into_iter().map(|status| (status, at.clone())));
}

/// Returns whether a response with this status is no error: a success or a redirection.
fn is_success(status: Status) -> bool {
    matches!(status, Status::Exact(200..=399) | Status::Range(2 | 3))
}

/// Returns the statuses of successes, if clients have to distinguish listed from unlisted ones.
fn listed(successes: Vec<Status>, errors: &[ErrorBody]) -> Vec<Status> {
    let is_redirect = |status: &Status| matches!(status, Status::Exact(300..) | Status::Range(3));
    let is_default = |error: &ErrorBody| error.status == Status::Default;
    let is_needed = successes.iter().any(is_redirect)
        || errors.iter().any(is_default) && !successes.contains(&Status::Default);
    if is_needed { successes } else { Vec::new() }
}

fn error_body(status: Status, body: &Chosen, summary: &str) -> Option<ErrorBody> {
    (body.codec == Codec::Json).then(|| ErrorBody {
        status,
        ty: body.ty.clone(),
        is_number: false,
        summary: summary.to_owned(),
    })
}

fn success_case(chosen: Option<&Chosen>, description: String, origin: Pointer) -> SuccessCase {
    let (ty, decoder) = match chosen {
        None => (TypeRef::Scalar(Scalar::Nothing), Decoder::Empty),
        Some(Chosen {
            member: Some(_),
            ty,
            ..
        }) => match ty {
            TypeRef::Optional(_) => (ty.clone(), Decoder::OptionalMember),
            ty => (ty.clone(), Decoder::Member),
        },
        Some(Chosen {
            codec: Codec::Json,
            ty,
            ..
        }) => match ty {
            TypeRef::Scalar(scalar) if scalar.row().is_text => (ty.clone(), Decoder::String),
            TypeRef::Json => (ty.clone(), Decoder::Value),
            ty => (ty.clone(), Decoder::Json),
        },
        Some(Chosen {
            codec: Codec::Text,
            ty,
            ..
        }) if *ty != TypeRef::Scalar(Scalar::String) => (ty.clone(), Decoder::TextValue),
        Some(Chosen {
            codec: Codec::Text, ..
        }) => (TypeRef::Scalar(Scalar::String), Decoder::Text),
        Some(Chosen {
            codec: Codec::Bytes | Codec::Form,
            ..
        }) => (TypeRef::Scalar(Scalar::Bytes), Decoder::Bytes),
    };
    SuccessCase {
        ty,
        decoder,
        member: chosen.and_then(|chosen| chosen.member.clone()),
        description,
        origin,
    }
}

/// One case when all successes carry the same, an enum by status otherwise. Where the document says nothing of
/// success, the caller gets the body as it comes.
fn success(
    types: &mut Scope,
    found: &Found,
    name: &Identifier,
    cases: Vec<(Status, SuccessCase)>,
) -> Success {
    let mut rest = cases.iter();
    let first = rest.next().map_or_else(
        || {
            success_case(
                Some(&Chosen::raw()),
                String::new(),
                found.operation.at.clone(),
            )
        },
        |(_, case)| case.clone(),
    );
    let is_alike = |case: &SuccessCase| {
        (&case.ty, case.decoder, &case.member) == (&first.ty, first.decoder, &first.member)
    };
    if rest.all(|(_, case)| is_alike(case)) {
        return Success::Single(first);
    }
    let texts: Vec<String> = cases
        .iter()
        .map(|(status, _)| status_name(*status))
        .collect();
    let variants = Scope::new().claim_each(Case::Variant, &texts);
    let name = types.claim(Case::Type, &format!("{} success", name.as_str()));
    Success::Union(SuccessUnion {
        name,
        cases: variants
            .into_iter()
            .zip(cases)
            .map(|(variant, (status, case))| (variant, status, case))
            .collect(),
    })
}

/// Returns the reason phrase of a status (RFC 9110, section 15), or its number.
fn status_name(status: Status) -> String {
    match status {
        Status::Exact(code) => {
            let named = REASON_PHRASES.iter().find(|(known, _)| *known == code);
            named.map_or_else(
                || format!("status {code}"),
                |(_, phrase)| phrase.to_lowercase().replace('-', " "),
            )
        }
        Status::Range(digit) => format!("status {digit}xx"),
        Status::Default => "other".to_owned(),
    }
}
