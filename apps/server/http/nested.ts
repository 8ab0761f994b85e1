import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';

const MARK = 'milepost:nested';

/** A field that is itself an object of a class, or a list of such: validated like the body, and described like it. */
export function Nested(type: () => new () => object, { each = false } = {}): PropertyDecorator {
  return (target, property) => {
    Type(type)(target, property);
    ValidateNested({ each })(target, property);
    Reflect.defineMetadata(MARK, type, target, property);
  };
}

export function nestedTypeOf(prototype: object, property: string): (new () => object) | undefined {
  const type = Reflect.getMetadata(MARK, prototype, property) as (() => new () => object) | undefined;
  return type?.();
}
