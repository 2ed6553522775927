//! The document that the pairs change.

/// One of everything that pairs change.
pub const BASE: &str = "
openapi: 3.0.3
info: { title: Things, version: '1' }
servers: [{ url: 'https://things.example' }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        default: { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
    put:
      operationId: putThing
      tags: [writing]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: dry, in: query, schema: { type: boolean } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/NewThing' } } }
      responses:
        '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
  schemas:
    Problem: { type: object, properties: { message: { type: string } } }
    Thing:
      type: object
      required: [id]
      properties:
        id: { type: string }
        size: { type: integer, format: int32 }
        owner: { $ref: '#/components/schemas/Owner' }
        made: { type: string, format: date-time }
    NewThing:
      type: object
      required: [name, color]
      properties:
        name: { type: string }
        color: { $ref: '#/components/schemas/Color' }
        note: { type: string }
        tags: { type: array, items: { type: string } }
        shape: { $ref: '#/components/schemas/Shape' }
    Owner: { type: object, properties: { name: { type: string } } }
    Color: { type: string, enum: [red, green] }
    Shape:
      oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: string }]
    Circle: { type: object, required: [radius], properties: { radius: { type: number } } }
";
