//! The functions of operations, and the types of `operations`.

use super::item;
use super::item::{Detail, Function, Item, ItemKind, Origin, Output, Receiver};
use super::models::holding;
use crate::ir::{
    Api, Arguments, Location, Operation, Parameter, Scalar, Status, Success, SuccessCase,
    SuccessUnion, TypeRef,
};
use crate::names::Identifier;
use crate::normalize::without_names;
use crate::signature::{self, TypeUse, borrowed, write_type};

/// Returns all operations with what they return.
pub(super) fn items(api: &Api) -> impl Iterator<Item = Item<'_>> {
    let modules = api.operations.values();
    modules
        .flat_map(|module| &module.operations)
        .flat_map(|operation| {
            let mut items = vec![call(operation)];
            if let Some(builder) = &operation.builder {
                items.extend(of_builder(operation, builder));
            }
            if let Some(arguments) = &operation.arguments {
                items.extend(of_arguments(operation, arguments));
            }
            if let Success::Union(union) = &operation.success {
                items.extend(of_union(operation, union));
            }
            items
        })
}

fn call(operation: &Operation) -> Item<'_> {
    let mut arguments: Vec<Argument<'_>> = match &operation.arguments {
        Some(arguments) => vec![(arguments.name.spelled(), TypeUse::Arguments(&arguments.ty))],
        None => signature::required_parameters(operation)
            .map(|parameter| (parameter.name.spelled(), borrowed(&parameter.ty)))
            .collect(),
    };
    let body = signature::required_body(operation);
    arguments.extend(body.map(|body| (body.name.spelled(), signature::body_type(body))));
    let function = Function {
        receiver: Some(Receiver::Borrowed),
        arguments,
        output: match &operation.builder {
            Some(builder) => Output::Builder(builder),
            None => Output::Request(signature::output(operation)),
        },
    };
    let path = format!("Client::{}", operation.name);
    let item = item::function(path, function, Origin::At(&operation.origin));
    item.marked(operation.deprecated)
        .standing_for(request(operation))
}

/// Returns the method and the path of an operation, without the names of its placeholders, and its required parameters
/// unless they are fields of a struct.
fn request(operation: &Operation) -> String {
    let mut request = format!("{} {}", operation.method, without_names(&operation.path));
    if operation.arguments.is_none() {
        // As a rule, the arguments of the path come first and in its order.
        let parameters = signature::required_parameters(operation).enumerate();
        let others = parameters.skip_while(|(index, parameter)| {
            parameter.location == Location::Path && path_number(operation, parameter) == index + 1
        });
        let parameters: Vec<String> = others
            .map(|(_, parameter)| transmitted(operation, parameter))
            .collect();
        if !parameters.is_empty() {
            request.extend([" (", &parameters.join(", "), ")"]);
        }
    }
    request
}

/// Returns the location and the name of a parameter. In the path, its place counts and not its name.
fn transmitted(operation: &Operation, parameter: &Parameter) -> String {
    let name = &parameter.wire;
    match parameter.location {
        Location::Path => format!("path {}", path_number(operation, parameter)),
        Location::Query => format!("query {name}"),
        Location::Header => format!("header {}", name.to_ascii_lowercase()),
        Location::Cookie => format!("cookie {name}"),
    }
}

/// Returns the number of a path parameter among the placeholders of the path, from 1.
fn path_number(operation: &Operation, parameter: &Parameter) -> usize {
    let placeholder = format!("{{{}}}", parameter.wire);
    let before = operation.path.split(&placeholder).next();
    before.unwrap_or_default().matches('{').count() + 1
}

/// Returns the struct of the required parameters. All of its fields have to be given, so that a new one breaks callers.
fn of_arguments<'a>(operation: &'a Operation, arguments: &Arguments) -> Vec<Item<'a>> {
    let path = format!("operations::{}", arguments.ty.as_str());
    let fields = signature::required_parameters(operation).map(|parameter| {
        let ty = signature::argument_field(parameter);
        let path = format!("{path}::{}", parameter.name.spelled());
        let mut declaration = format!("pub {path}: ");
        write_type(&mut declaration, ty);
        let (kind, origin) = (ItemKind::Field, Origin::At(&parameter.origin));
        let item = Item::new(kind, path, declaration, origin, Detail::Argument(ty));
        item.standing_for(transmitted(operation, parameter))
    });
    let mut items: Vec<_> = fields.collect();
    let declaration = format!("pub struct {path}");
    items.push(declared(ItemKind::Struct, path, declaration, operation));
    items
}

fn of_builder<'a>(operation: &'a Operation, builder: &Identifier) -> Vec<Item<'a>> {
    let path = format!("operations::{}", builder.as_str());
    let parameters = signature::optional_parameters(operation).map(|parameter| {
        let argument = (parameter.name.spelled(), borrowed(&parameter.ty));
        let item = setter(&path, argument, Origin::At(&parameter.origin));
        let item = item.marked(parameter.deprecated);
        item.standing_for(transmitted(operation, parameter))
    });
    let body = signature::optional_body(operation).map(|body| {
        let argument = (body.name.spelled(), signature::body_type(body));
        setter(&path, argument, Origin::At(&body.origin))
    });
    let mut items: Vec<_> = parameters.chain(body).collect();
    items.push(awaited(&path, operation));
    let declaration = format!("pub struct {path}");
    items.push(declared(ItemKind::Struct, path, declaration, operation));
    items
}

type Argument<'a> = (std::borrow::Cow<'a, str>, TypeUse<'a>);

fn setter<'a>(path: &str, argument: Argument<'a>, origin: Origin<'a>) -> Item<'a> {
    let path = format!("{path}::{}", argument.0);
    let function = Function {
        receiver: Some(Receiver::Owned),
        arguments: vec![argument],
        output: Output::Fixed("Self"),
    };
    item::function(path, function, origin)
}

/// Returns what awaiting the call gives.
fn awaited<'a>(path: &str, operation: &'a Operation) -> Item<'a> {
    let output = signature::output(operation);
    let mut declaration = "impl IntoFuture<Output = Result<".to_owned();
    write_type(&mut declaration, output);
    declaration.push_str(", Error>> for ");
    declaration.push_str(path);
    Item::new(
        ItemKind::Implementation,
        path.to_owned(),
        declaration,
        Origin::At(&operation.origin),
        Detail::Type(output),
    )
}

fn of_union<'a>(operation: &'a Operation, union: &'a SuccessUnion) -> Vec<Item<'a>> {
    let path = format!("operations::{}", union.name.as_str());
    let cases = union.cases.iter();
    let mut items: Vec<_> = cases
        .map(|(name, status, case)| {
            variant(format!("{path}::{name}"), case).standing_for(status_text(*status))
        })
        .collect();
    let declaration = format!("#[non_exhaustive] pub enum {path}");
    items.push(declared(ItemKind::Enum, path, declaration, operation));
    items
}

fn status_text(status: Status) -> String {
    match status {
        Status::Exact(code) => format!("status {code}"),
        Status::Range(digit) => format!("status {digit}XX"),
        Status::Default => "any other status".to_owned(),
    }
}

fn variant(path: String, case: &SuccessCase) -> Item<'_> {
    let origin = Origin::At(&case.origin);
    if case.ty != TypeRef::Scalar(Scalar::Nothing) {
        return holding(path, TypeUse::Owned(&case.ty), origin);
    }
    let (kind, declaration) = (ItemKind::Variant, format!("pub {path}"));
    Item::new(kind, path, declaration, origin, Detail::Nothing)
}

fn declared(kind: ItemKind, path: String, declaration: String, operation: &Operation) -> Item<'_> {
    let origin = Origin::At(&operation.origin);
    Item::new(kind, path, declaration, origin, Detail::Nothing)
}
