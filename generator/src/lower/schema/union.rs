//! Unions (OpenAPI 3.0.3, Composition and Inheritance): what each alternative is, and which of them nothing tells apart.

use hashbrown::HashSet;

use super::discriminate::{Common, apply, report_contradictions, selectors};
use super::distinguish::{break_ties, keep_distinguishing_choices};
use super::inheritance::{discriminated, family, is_own};
use super::shape_summary::shape_summary;
use super::type_of;
use crate::codes::lower::DISCRIMINATOR_UNRESOLVED;
use crate::diagnostics::Pointer;
use crate::ir::{Kind, Patches, Shape, ShapeSummary, Tag, TypeRef, Union, Variant};
use crate::load::{FILES, as_written, file_stem};
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope, pascal, split};

/// Builds the union of the schemas at `alternatives`.
pub(super) fn build(context: &mut Context<'_>, at: &Pointer, alternatives: &[Pointer]) -> Shape {
    let mut types = HashSet::new();
    let mut drafts: Vec<VariantDraft> = alternatives
        .iter()
        .map(|alternative| draft(context, alternative))
        .collect();
    drafts.retain(|draft| types.insert(draft.ty.clone()));
    let shape_summaries = shape_summaries(context, at, &mut drafts);
    let own = own_name(context, at);
    let mut scope = Scope::new();
    let other = scope.claim(Case::Variant, "Other");
    let texts: Vec<String> = drafts
        .iter()
        .map(|draft| within(&own, variant_name(context, at, draft)))
        .collect();
    let names = scope.claim_each(Case::Variant, &texts);
    let variants = names
        .into_iter()
        .zip(drafts.into_iter().zip(shape_summaries))
        .map(|(name, (draft, shape_summary))| draft.into_variant(name, shape_summary))
        .collect();
    Shape::Union(Union {
        variants,
        other,
        conversions: Vec::new(),
        patches: Patches::default(),
    })
}

/// Returns what the values of each alternative look like, as far as it tells them apart.
fn shape_summaries(
    context: &mut Context<'_>,
    at: &Pointer,
    drafts: &mut [VariantDraft],
) -> Vec<ShapeSummary> {
    let places: Vec<Pointer> = drafts.iter().map(|draft| draft.at.clone()).collect();
    let mut shape_summaries: Vec<ShapeSummary> = drafts
        .iter()
        .map(|draft| {
            if draft.is_resolved {
                return shape_summary(context, &draft.at);
            }
            ShapeSummary {
                kind: Kind::Any,
                ..ShapeSummary::default()
            }
        })
        .collect();
    let common = common(context, at);
    let selectors = selectors(context, &common, &places, &shape_summaries);
    let place = match &common {
        Common::Discriminator(place) => Some(place.clone()),
        Common::Base(base) => discriminated(context, base),
        Common::Nothing => None,
    };
    if let Some(place) = place {
        check_mapping(context, &place, drafts);
        report_contradictions(context, &place, &selectors);
    }
    let written = apply(&common, &selectors, &mut shape_summaries);
    for (draft, written) in drafts.iter_mut().zip(written) {
        draft.discriminator = written;
    }
    keep_distinguishing_choices(&mut shape_summaries);
    break_ties(context, &places, &mut shape_summaries);
    shape_summaries
}

/// Returns what the alternatives of the schema at `at` have in common.
pub(super) fn common(context: &mut Context<'_>, at: &Pointer) -> Common {
    if family(context, at).is_some() {
        return Common::Base(at.clone());
    }
    if let Some(place) = discriminated(context, at) {
        return Common::Discriminator(place);
    }
    let normalized = context.normalized(at);
    for part in &normalized.all_of {
        if let Some(target) = context.resolve(part)
            && context.normalized(&target).discriminator.is_some()
            && context.normalized(&target).has_alternatives()
        {
            return Common::Discriminator(target);
        }
    }
    Common::Nothing
}

/// Returns what an alternative is called: like its type, or like its schema if it is what an extended one says itself.
fn variant_name(context: &Context<'_>, union: &Pointer, draft: &VariantDraft) -> String {
    match context.known.get(&draft.schema).map(|used| &used.ty) {
        Some(schema) if is_own(context, &draft.at) && draft.schema != *union => type_name(schema),
        _ => type_name(&draft.ty),
    }
}

/// Returns the name of the union, in which its variants need not be called after it again.
fn own_name(context: &Context<'_>, at: &Pointer) -> String {
    match context.known.get(at).map(|used| &used.ty) {
        Some(TypeRef::Named(name)) => name.as_str().to_owned(),
        _ => String::new(),
    }
}

fn within(own: &str, name: String) -> String {
    match name.strip_prefix(own) {
        Some(rest)
            if !own.is_empty() && rest.starts_with(|letter: char| letter.is_ascii_uppercase()) =>
        {
            rest.to_owned()
        }
        _ => name,
    }
}

/// Notes values that the discriminator at `place` maps to schemas which are no alternatives.
fn check_mapping(context: &mut Context<'_>, place: &Pointer, drafts: &[VariantDraft]) {
    let normalized = context.normalized(place);
    let Some(discriminator) = &normalized.discriminator else {
        return;
    };
    let places = drafts.iter().map(|draft| &draft.schema).collect();
    let names = drafts.iter().filter_map(|draft| draft.component.as_deref());
    let names = names.collect();
    let mapping = normalized.mapping(context.document);
    for meaning in mapping.lost(&places, &names) {
        let value = &meaning.value;
        let reference = discriminator.mapping.get(value).map(String::as_str);
        let reference = as_written(reference.unwrap_or_default());
        let message = format!("`{reference}` is not a subschema of this union");
        let note = format!("`{value}` selects no variant");
        let at = place.child("discriminator").child("mapping").child(value);
        context.report_with_note(&DISCRIMINATOR_UNRESOLVED, message, note, &at);
    }
}

/// Returns what a type is called as a variant.
fn type_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(name) => name.as_str().to_owned(),
        TypeRef::Scalar(scalar) => scalar.row().name.to_owned(),
        TypeRef::List(item) => pascal(&split(&format!("{} list", type_name(item)))),
        TypeRef::Map(item) => pascal(&split(&format!("{} map", type_name(item)))),
        TypeRef::Optional(inner) | TypeRef::Boxed(inner) => type_name(inner),
        TypeRef::Json => "Json".to_owned(),
    }
}

/// A variant without its name.
pub(super) struct VariantDraft {
    pub ty: TypeRef,
    /// The name of the component schema that it is, if it is one.
    pub component: Option<String>,
    /// The place of what its values follow.
    pub at: Pointer,
    /// The place of its schema in the document, without what stands beside the union.
    pub schema: Pointer,
    /// Whether its references lead anywhere.
    pub is_resolved: bool,
    /// The member and the value that are written with it.
    pub discriminator: Option<(String, String)>,
    /// The place where the union lists it.
    origin: Pointer,
}

impl VariantDraft {
    /// Returns the variant, called `name`, whose values look like `shape_summary`.
    pub fn into_variant(self, name: Identifier, shape_summary: ShapeSummary) -> Variant {
        Variant {
            name,
            ty: self.ty,
            holds_numbers: false,
            shape_summary,
            discriminator: self.discriminator,
            origin: self.origin,
        }
    }
}

/// Sketches the alternative at `at` of a union.
pub(super) fn draft(context: &mut Context<'_>, at: &Pointer) -> VariantDraft {
    let ty = type_of(context, at).ty;
    let origin = context.origin(at);
    let target = context.resolve(at);
    let schema = context.resolve(&origin).unwrap_or_else(|| origin.clone());
    VariantDraft {
        ty,
        component: component(&schema),
        at: target.clone().unwrap_or_else(|| at.clone()),
        schema,
        is_resolved: target.is_some(),
        discriminator: None,
        origin,
    }
}

/// Returns the name of the component schema, or of the schema in another file, at `at`; others have none.
pub(super) fn component(at: &Pointer) -> Option<String> {
    let parent = Pointer::root().child("components").child("schemas");
    let name = at.tokens().last().map(std::borrow::Cow::into_owned);
    if at.tokens().next().as_deref() == Some(FILES) {
        return name.map(|name| file_stem(&name).to_owned());
    }
    name.filter(|_| at.parent() == Some(parent))
}

/// How many alternatives are compared with each other; beyond that, only their shape summaries are compared.
const MAX_VARIANTS: usize = 64;

/// Returns the pairs of alternatives that one value can fit equally well.
pub(super) fn ties(shape_summaries: &[ShapeSummary]) -> Vec<(usize, usize)> {
    if shape_summaries.len() > MAX_VARIANTS {
        return Vec::new();
    }
    let numbered = || shape_summaries.iter().enumerate();
    let pairs =
        numbered().flat_map(|one| numbered().skip(one.0 + 1).map(move |other| (one, other)));
    let ties = pairs.filter(|((_, one), (_, other))| tie(one, other));
    ties.map(|((one, _), (other, _))| (one, other)).collect()
}

fn tie(one: &ShapeSummary, other: &ShapeSummary) -> bool {
    match (one.kind, other.kind) {
        (Kind::Array, Kind::Array) => true,
        (one_kind, other_kind) if one_kind.is_object() && other_kind.is_object() => {
            knows_required(one, other)
                && knows_required(other, one)
                && !tells(one, other)
                && !tells(other, one)
        }
        _ => false,
    }
}

/// Returns whether values of `one` can have all members that those of `other` always have.
fn knows_required(one: &ShapeSummary, other: &ShapeSummary) -> bool {
    matches!(one.kind, Kind::Map | Kind::Free)
        || other.required.iter().all(|key| one.known.contains(key))
}

/// Returns whether a member that `one` always has tells each of its values from those of `other`.
fn tells(one: &ShapeSummary, other: &ShapeSummary) -> bool {
    let required = |tag: &&Tag| one.required.contains(&tag.key);
    let choices = one.choices.iter().filter(required);
    one.tags.iter().chain(choices).any(|tag| {
        let mut others = other.tags.iter().chain(&other.choices);
        others.any(|it| {
            it.key == tag.key && it.values.iter().all(|value| !tag.values.contains(value))
        })
    })
}

/// A member, or `None` for every item of a list and every value of a map.
pub(super) type Part = Option<String>;

/// Returns whether two shape summaries tell what decoding does not: it takes any object that has the required members,
/// and any string for one of an enum, whose values as a member are choices already.
pub(super) fn differ(part: &Part, one: &ShapeSummary, other: &ShapeSummary) -> bool {
    match (one.kind, other.kind) {
        (Kind::Null, other) | (other, Kind::Null) => other != Kind::Null,
        (one_kind, other_kind) if one_kind.is_object() && other_kind.is_object() => {
            (knows_required(one, other) || knows_required(other, one))
                && (told(one) != told(other) || is_within(one) != is_within(other))
        }
        (Kind::Array, Kind::Array) => is_within(one) != is_within(other),
        (Kind::String, Kind::String) => part.is_none() && one.values != other.values,
        _ => false,
    }
}

fn told(shape_summary: &ShapeSummary) -> (&[Tag], &[Tag], &[String]) {
    (
        &shape_summary.tags,
        &shape_summary.choices,
        &shape_summary.known,
    )
}

fn is_within(shape_summary: &ShapeSummary) -> (&[(String, ShapeSummary)], Option<&ShapeSummary>) {
    (&shape_summary.members, shape_summary.items.as_deref())
}
