/**
 * Everything outside the screen. The ONLY folder that imports `@tarojs/taro`.
 *
 * ── Reading and writing ──────────────────────────────────────────────────────────────────────────
 *   const task = useCall(taskEndpoints.get, { id });            → <QueryView query={task}>{(t) => …}</QueryView>
 *   const list = useKeyset(taskEndpoints.list, { region, light }); → <KeysetList {...list} keyOf itemOf … />
 *   const send = useSend(messageEndpoints.create, { refreshes: [messageEndpoints.list] });
 *     try { const m = await send.run({ … }) } catch (e) { setProblem(errorMessage(e)) }
 *     send.busy · send.error · fieldMessage(send.error, 'text')   (422 details)
 *     { tells: ['staff'] } asks in that tap whether WeChat may tell of the outcome.
 *     Idempotency-Key, renewal of the session, timeouts and Chinese messages are taken care of.
 *   `input` is one flat object, exactly as the endpoint in shared-types says. Options: { enabled, keepLast }.
 *   Errors are ApiError { code, message (Chinese), status, fields, unanswered }.
 *
 * ── Who and where ────────────────────────────────────────────────────────────────────────────────
 *   useSession((s) => s.me | s.regionCode | s.hat) · hatsOf(me) · rolesIn(me, regionCode) · chooseHat · chooseRegion
 *   signInDemo(persona) · signOut() · requireSignIn() before an act that needs an account · proveAgain() before a sensitive one
 *
 * ── Going places ─────────────────────────────────────────────────────────────────────────────────
 *   open('task', { id }) · replace(…) · back() · const { id } = useParams('task') · idOf(id)
 *   const split = useSplit('tasks', 'task')  → split.select(id): detail page on phones, right pane ≥ 900 px
 *   usePageShow(fn) · usePageVisible() · useShareCard(title, 'task', { id })
 *
 * ── Small things ─────────────────────────────────────────────────────────────────────────────────
 *   toast('已提交') · await confirm({ title, confirmText }) · useDraft(key, empty, isForm) · readStored/writeStored
 *   useLatest(fn)               → for effects that must not run again when fn changes
 *   useSettled(typed, 350)  → the words once typing has paused
 *   useWide() · useTypeScale() · setFontMode('elder') · useNetwork((s) => s.online)
 *   await saveText('我的数据.json', text)     download on H5, a file for a chat on WeChat
 *   const file = await pickFile(['.docx', '.pdf']); if (file) await upload(planImportEndpoints.upload, file, { region })
 *   await pickPhotos(9) · await upload(endpoint, file, input, (percent) => …) · showPictures(urls, url) · openDocument(url, name) · useFileAddress(url)
 *   serverNow() · serverToday() · dial('12345') · openLink(url) · copyText(text) · scrollToId(id)
 */
export { ApiError, errorMessage, fieldMessage, type FieldError } from './api-error';
export { call, type CallOptions } from './call';
export { useCall, useKeyset, useRefresh, useSend, queryClient, keyOf, type Keyset } from './query';
export { chooseHat, chooseRegion, hatsOf, rolesIn, startSession, useSession, type Hat } from './session';
export { closeAccount, phoneVerified, signInDemo, signInWechat, signOut, verifyPhone } from './account';
export { proveAgain } from './prove';
export { AGREE_BUTTON, answerPrivacy, openPrivacyGuide, usePrivacyAsked } from './privacy';
export { askToBeTold, inWechat, scanText } from './wechat';
export { savePicture } from './save-picture';
export { back, canGoBack, idOf, open, replace, requireSignIn, useParams, useSplit } from './navigation';
export {
  isTab,
  pathOf,
  routeOf,
  routes,
  tabRoutes,
  type RouteName,
  type RouteParams,
  type TabRoute,
} from './routes';
export {
  copyText,
  dial,
  goToId,
  openLink,
  scrollToId,
  usePageHide,
  usePageShow,
  usePageTitle,
  usePageVisible,
  useReachBottom,
  useRefreshByPull,
  useUnknownPage,
  useShareCard,
} from './page';
export { sentencesOf } from './sentences';
export { useSpeech, type Speech } from './speech';
export { announce, confirm, toast, useFeedback, type ConfirmRequest } from './feedback';
export {
  setFontMode,
  setSimple,
  useDisplay,
  useTypeScale,
  useWide,
  wideFrom,
  type FontMode,
} from './display';
export { isOnline, useNetwork } from './network';
export { readStored, removeStored, writeStored, isText } from './storage';
export { useDraft } from './draft';
export { absoluteAddress, addressOf, download } from './download';
export { saveText } from './save-file';
export { pickFile, pickFiles, pickPhotos, type PickedFile } from './file';
export { openDocument, showPictures, useFileAddress } from './open-file';
export { IntentKeeper } from './intent';
export { upload } from './upload';
export { useLatest } from './use-latest';
export { useSettled } from './use-settled';
export { serverNow, serverToday } from './clock';
export { startPlatform } from './start';
