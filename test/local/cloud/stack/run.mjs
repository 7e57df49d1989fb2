// Runs the test stack in a process of its own, so that a test can kill it: run.mjs TEMPLATE DATA_DIR UPLOADS
import { readFileSync } from 'node:fs'
import { register } from 'tsx/esm/api'

register()
const { startLocalCloud } = await import('../../../../local/cloud/local-cloud.ts')
const { PutObjectCommand } = await import('@aws-sdk/client-s3')

const [templateFile, dataDir, uploads] = process.argv.slice(2)
const template = JSON.parse(readFileSync(templateFile, 'utf8'))
const cloud = await startLocalCloud({ template, projectRoot: import.meta.dirname, dataDir })
const [Bucket] = Object.values(cloud.refs('AWS::S3::Bucket'))
for (let index = 0; index < Number(uploads); index++) {
  const Body = index === Number(uploads) - 2 ? 'slow' : `text ${index}`
  await cloud.clients.s3.send(new PutObjectCommand({ Bucket, Key: `in/${index}`, Body }))
}
console.log('uploaded')
