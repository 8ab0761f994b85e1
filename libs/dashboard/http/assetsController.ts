import { Allows } from '@milepost/access';
import { Controller, Get, Param, Req, Res, UseFilters } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Pages } from '../visit/pages';
import { compressed } from './compressed';
import type { Compressed } from './compressed';
import { PageErrors } from './pageErrors';
import { unknownAddress } from './unknownAddress';

const FOR_EVER = 'public, max-age=31536000, immutable';
const SMALLEST = 11;

/** Stylesheet and icon. Their addresses change with their content, so they may be kept for ever. */
@Controller('assets')
@Allows('open')
@UseFilters(PageErrors)
export class AssetsController {
  private readonly packed = new Map<string, Promise<Compressed>>();

  constructor(private readonly pages: Pages) {}

  @Get(':name')
  async asset(@Req() request: Request, @Res() response: Response, @Param('name') name: string): Promise<void> {
    const asset = this.pages.assets.byName.get(name);
    if (!asset) throw unknownAddress(request.url);
    const accepted = request.headers['accept-encoding'];
    const coding = /\bbr\b/.test(accepted ?? '') ? 'br' : /\bgzip\b/.test(accepted ?? '') ? 'gzip' : '';
    const key = `${coding} ${name}`;
    const packing = this.packed.get(key) ?? compressed(asset.body, coding, SMALLEST);
    this.packed.set(key, packing);
    const { body, encoding } = await packing;
    response.set({ 'Content-Type': asset.type, 'Cache-Control': FOR_EVER, 'X-Content-Type-Options': 'nosniff' });
    response.set('Vary', 'Accept-Encoding');
    if (encoding !== undefined) response.set('Content-Encoding', encoding);
    response.set('Content-Length', String(body.length)).end(body);
  }
}
