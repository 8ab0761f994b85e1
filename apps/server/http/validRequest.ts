import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { controlCharacterRefused } from '@milepost/domain';
import type { Rejection } from '@milepost/domain';
import type { FieldError } from '@milepost/platform';
import { rejectionProblem } from '../recording/rejectionProblem';
import { isSkipped } from './isSkipped';
import { invalidRequest, nothingSoNamed } from './requestProblems';

/**
 * Turns bodies, queries and path parameters into instances of their classes, and refuses what does not fit, unknown members by name.
 * The one place where outside data becomes ours.
 */
@Injectable()
export class ValidRequest implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (metatype === undefined || !isOurs(metatype)) return value;
    if (type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw invalidRequest([{ pointer: '', detail: 'Send one JSON object.' }]);
    }
    const skipped = type === 'query' ? Object.keys(value ?? {}).find(isSkipped) : undefined;
    if (skipped !== undefined)
      throw invalidRequest([{ parameter: skipped, detail: unknownMember(skipped, type, metatype) }]);
    const instance = plainToInstance(metatype as Type<object>, value ?? {});
    const errors = await validate(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      // A class without a field of its own takes none, which is checked like any other.
      forbidUnknownValues: false,
      stopAtFirstError: true,
    });
    if (errors.length > 0) {
      const fields = errors.flatMap((error) => fieldErrors(error, type, ''));
      throw type === 'param' ? nothingSoNamed(fields) : invalidRequest(fields);
    }
    const refused = type === 'param' ? undefined : controlCharacterRefused(value);
    if (refused) throw type === 'body' ? rejectionProblem(refused) : invalidRequest([inAddress(refused)]);
    return instance;
  }
}

const NATIVE: readonly unknown[] = [String, Number, Boolean, Object, Array];

function isOurs(metatype: unknown): boolean {
  return typeof metatype === 'function' && !NATIVE.includes(metatype);
}

function inAddress({ pointer = '', sentence }: Rejection): FieldError {
  return { parameter: pointer.slice(1), detail: sentence };
}

function fieldErrors(error: ValidationError, type: ArgumentMetadata['type'], above: string): FieldError[] {
  const path = `${above}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const below = (error.children ?? []).flatMap((child) => fieldErrors(child, type, path));
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]): FieldError => {
    const detail =
      rule === 'whitelistValidation'
        ? unknownMember(error.property, type, error.target?.constructor)
        : `${capital(message)}.`;
    return type === 'body' ? { pointer: path, detail } : { parameter: error.property, detail };
  });
  return [...own, ...below];
}

/** Of an address it is said what it takes instead; what bodies take is in the interface's description, type by type. */
function unknownMember(name: string, type: ArgumentMetadata['type'], of: unknown): string {
  if (type === 'body') return `There is no field "${name}" here.`;
  const known = typeof of === 'function' ? parametersOf(of as Type<object>) : [];
  const which = known.length === 0 ? 'This address takes no parameters.' : `There are ${known.join(', ')}.`;
  return `There is no parameter "${name}" here. ${which}`;
}

function parametersOf(target: Type<object>): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))].sort();
}

function capital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
